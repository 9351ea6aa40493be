package org.waymark.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.waymark.web.Addresses;

/** The company's own sign-in, asked for its addresses when somebody first wants to use it: it may be away until then. */
@Component
class Provider {
    static final String START = "/sign-in/with/company";
    static final String RETURN = "/sign-in/from/company";
    static final String ENDED = "/sign-out/from/company";

    private static final Logger log = LoggerFactory.getLogger(Provider.class);
    private static final String ID = "company";
    private static final Duration CONNECTS = Duration.ofSeconds(3);
    private static final Duration ANSWERS = Duration.ofSeconds(5);
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final ProviderSettings settings;
    private final Addresses addresses;
    private final Clock clock;
    private final SimpleClientHttpRequestFactory calls = new SimpleClientHttpRequestFactory();
    private @Nullable ClientRegistration registration;
    private Instant silentUntil = Instant.MIN;

    Provider(ProviderSettings settings, Addresses addresses, Clock clock) {
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
        calls.setConnectTimeout(CONNECTS);
        calls.setReadTimeout(ANSWERS);
    }

    boolean on() {
        return settings.on();
    }

    String name() {
        return settings.shownName();
    }

    /** How it is called: never waited for long. */
    SimpleClientHttpRequestFactory calls() {
        return calls;
    }

    /** Where we are known to it; unknown when the address names another than it. */
    @Nullable
    ClientRegistration registration(String id) {
        return ID.equals(id) ? registration() : null;
    }

    /** Where somebody signs out there as well; null when it does not offer that. */
    @Nullable
    String endOfSession() {
        Object address =
                registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return address == null ? null : address.toString();
    }

    synchronized ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known != null) {
            return known;
        }
        if (clock.instant().isBefore(silentUntil)) {
            throw new ResourceAccessException("the provider did not answer a moment ago");
        }
        try {
            ClientRegistration found = registered(metadata());
            registration = found;
            return found;
        } catch (RestClientException | IllegalArgumentException away) {
            silentUntil = clock.instant().plus(ASKED_AGAIN);
            log.warn("The sign-in of {} cannot be used: {}", settings.issuer(), away.getMessage());
            throw new ResourceAccessException("the provider cannot be used");
        }
    }

    private Map<String, Object> metadata() {
        String address = settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration";
        Map<String, Object> said = new RestTemplate(calls)
                .exchange(address, HttpMethod.GET, null, METADATA)
                .getBody();
        if (said == null || !settings.issuer().equals(said.get("issuer"))) {
            throw new IllegalArgumentException("it names itself otherwise than waymark.oidc.issuer");
        }
        return said;
    }

    private ClientRegistration registered(Map<String, Object> metadata) {
        ClientRegistration.Builder ours = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientName(name())
                .scope(settings.scopes())
                .redirectUri(addresses.pattern(RETURN));
        if (settings.clientSecret().isBlank()) {
            ours.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            ours.clientSecret(settings.clientSecret());
        }
        return ours.build();
    }
}
