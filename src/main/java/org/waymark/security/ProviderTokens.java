package org.waymark.security;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.waymark.web.Refusal;

/** Turns the code the provider sent back into a person: fetches the token, proves it, and asks who it is about. */
@Component
class ProviderTokens {
    private static final Logger log = LoggerFactory.getLogger(ProviderTokens.class);

    private static final String ENDED = "ended ";

    private final Provider provider;
    private final ProviderPeople arrivals;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    /** Whoever came from the provider, and who that is here. */
    static final class Arrived extends DefaultOidcUser {
        private final String person;

        Arrived(OidcUser who, String person) {
            super(List.of(), who.getIdToken(), who.getUserInfo());
            this.person = person;
        }

        String person() {
            return person;
        }
    }

    ProviderTokens(Provider provider, ProviderPeople arrivals, Clock clock) {
        this.provider = provider;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    AuthenticationManager manager() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(provider.calls())
                .messageConverters(kinds -> {
                    kinds.clear();
                    kinds.add(new FormHttpMessageConverter());
                    kinds.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var about = new DefaultOAuth2UserService();
        about.setRestOperations(asking());
        var who = new OidcUserService();
        who.setOauth2UserService(about);
        var exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens, asked -> arrived(who, asked));
        exchange.setJwtDecoderFactory(registration -> decoders.computeIfAbsent(
                registration.getProviderDetails().getJwkSetUri(), keys -> decoder(registration)));
        return new ProviderManager(exchange);
    }

    private OidcUser arrived(OidcUserService who, OidcUserRequest asked) {
        return arrived(who.loadUser(asked));
    }

    Arrived arrived(OidcUser known) {
        return new Arrived(known, person(known, true));
    }

    /** Two windows of somebody who comes for the first time link them once: the slower one finds them known. */
    private String person(OidcUser known, boolean again) {
        try {
            return arrivals.arrive(known);
        } catch (DuplicateKeyException | Refusal notNow) {
            if (again && (!(notNow instanceof Refusal refused) || refused.status() == HttpStatus.CONFLICT.value())) {
                return person(known, false);
            }
            log.info("Whoever came from the provider was not let in: {}", notNow.getMessage());
            throw ProviderTrouble.FAILED.refusal();
        }
    }

    /** Signed by the provider with one of its published keys, for us, and not over. */
    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = signed(registration).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    /** What the provider says about sessions it has ended; a token of any other kind is none. */
    Jwt ended(String token) {
        ClientRegistration registration = provider.registration();
        return decoders.computeIfAbsent(
                        ENDED + registration.getProviderDetails().getJwkSetUri(), keys -> {
                            // it has a type of its own, which the rule below looks at
                            NimbusJwtDecoder decoder =
                                    signed(registration).validateType(false).build();
                            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                                    new JwtTimestampValidator(), new EndedRule(registration, clock)));
                            return decoder;
                        })
                .decode(token);
    }

    private NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder signed(ClientRegistration registration) {
        return NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
                .restOperations(asking())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.PS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256);
    }

    private RestTemplate asking() {
        var asking = new RestTemplate(provider.calls());
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return asking;
    }
}
