package org.waymark.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.ResourceAccessException;
import org.waymark.web.Refusal;

/** Where the company's provider says that it has ended a session: what came from it is over here too, on every node. */
@Controller
class ProviderEnds {
    private static final Logger log = LoggerFactory.getLogger(ProviderEnds.class);

    private final Provider provider;
    private final ProviderTokens tokens;
    private final ProviderSettings settings;
    private final Identities identities;
    private final Sessions sessions;

    ProviderEnds(
            Provider provider,
            ProviderTokens tokens,
            ProviderSettings settings,
            Identities identities,
            Sessions sessions) {
        this.provider = provider;
        this.tokens = tokens;
        this.settings = settings;
        this.identities = identities;
        this.sessions = sessions;
    }

    /** Nobody is signed in who asks here: the signature of the provider is what counts. */
    @PostMapping(Provider.ENDED)
    ResponseEntity<Map<String, String>> ended(@RequestParam(name = "logout_token", defaultValue = "") String token) {
        if (!provider.on()) {
            throw Refusal.missing("web.nothing-there");
        }
        try {
            int ended = end(tokens.ended(token));
            log.info("{} ended a session there, and {} here", provider.name(), ended);
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (JwtException wrong) {
            log.info("What said that {} ended a session was not believed: {}", provider.name(), shown(wrong));
            return answer(HttpStatus.BAD_REQUEST, "invalid_request");
        } catch (ResourceAccessException away) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable");
        }
    }

    private int end(Jwt said) {
        String subject = said.getSubject();
        String there = said.getClaimAsString("sid");
        String person = EndedRule.blank(subject)
                ? null
                : identities.person(settings.issuer(), subject).orElse(null);
        if (person == null && !EndedRule.blank(subject)) {
            return 0; // nobody who ever came here
        }
        return sessions.endedThere(person, EndedRule.blank(there) ? null : there);
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String error) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", error));
    }

    private static String shown(@Nullable Exception thrown) {
        return String.valueOf(thrown == null ? null : thrown.getMessage()).replaceAll("[^\\w .:,\\[\\]()-]", "?");
    }
}
