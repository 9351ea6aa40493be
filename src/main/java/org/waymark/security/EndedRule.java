package org.waymark.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whether a signed token says that a session at the provider is over, by OpenID Connect Back-Channel Logout 1.0: from
 * our provider, for us, just now, about somebody or one session, and no token of another kind, such as one to sign in.
 */
final class EndedRule implements OAuth2TokenValidator<Jwt> {
    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    static final Duration YOUNG = Duration.ofMinutes(5);
    private static final Set<String> KINDS = Set.of("logout+jwt", "jwt");

    private final String issuer;
    private final String client;
    private final Clock clock;

    EndedRule(ClientRegistration registration, Clock clock) {
        this(String.valueOf(registration.getProviderDetails().getIssuerUri()), registration.getClientId(), clock);
    }

    EndedRule(String issuer, String client, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String wrong = wrong(token);
        return wrong == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", wrong, null));
    }

    private @Nullable String wrong(Jwt token) {
        Object kind = token.getHeaders().get("typ");
        if (kind != null && !KINDS.contains(kind.toString().toLowerCase(Locale.ROOT))) {
            return "another kind of token";
        }
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            return "another issuer";
        }
        if (token.getAudience() == null || !token.getAudience().contains(client)) {
            return "for somebody else";
        }
        if (!(token.getClaim("events") instanceof Map<?, ?> events) || !(events.get(EVENT) instanceof Map<?, ?>)) {
            return "no event";
        }
        if (token.hasClaim("nonce")) {
            return "a nonce";
        }
        if (blank(token.getSubject()) && blank(token.getClaimAsString("sid"))) {
            return "about nobody";
        }
        Instant made = token.getIssuedAt();
        Instant now = clock.instant();
        return made == null || made.isBefore(now.minus(YOUNG)) || made.isAfter(now.plus(YOUNG)) ? "not just now" : null;
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
