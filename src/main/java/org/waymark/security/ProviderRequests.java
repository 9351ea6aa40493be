package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What we ask the provider, remembered until it sends somebody back: who it is, or, for a signature ({@code ?proof=}),
 * that they sign in there once more.
 */
final class ProviderRequests
        implements OAuth2AuthorizationRequestResolver, AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String PROOF = "proof";
    private static final String BACK = "waymark.back";
    private static final String AT = "waymark.at";
    private static final String ANSWERED = ProviderRequests.class.getName();
    private static final String TASKLIST = "/camunda/app/tasklist";
    private static final int LONGEST = 300;

    private final DefaultOAuth2AuthorizationRequestResolver usual;
    private final HttpSessionOAuth2AuthorizationRequestRepository session =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final Clock clock;

    /** A signature waits: where to go on, and since when (seconds). */
    record Proof(String back, long since) {}

    ProviderRequests(Provider provider, Clock clock) {
        this.clock = clock;
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(
                provider::registration, Provider.START.substring(0, Provider.START.lastIndexOf('/')));
        usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return forSignature(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return forSignature(request, usual.resolve(request, registration));
    }

    private @Nullable OAuth2AuthorizationRequest forSignature(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest asked) {
        String proof = request.getParameter(PROOF);
        if (asked == null || proof == null) {
            return asked;
        }
        return OAuth2AuthorizationRequest.from(asked)
                .additionalParameters(more -> {
                    more.put("prompt", "login");
                    more.put("max_age", 0);
                })
                .attributes(ours -> {
                    ours.put(BACK, back(proof, request.getHeader(HttpHeaders.REFERER)));
                    ours.put(AT, clock.instant().getEpochSecond());
                })
                .build();
    }

    /** What was asked for by the request that is being answered now, if it was asked for a signature. */
    static @Nullable Proof proof(HttpServletRequest request) {
        return request.getAttribute(ANSWERED) instanceof OAuth2AuthorizationRequest asked
                        && asked.getAttributes().get(BACK) instanceof String back
                        && asked.getAttributes().get(AT) instanceof Long since
                ? new Proof(back, since)
                : null;
    }

    /** A page of ours, or the task where it was open: in Tasklist or on its own page. Never an address elsewhere. */
    static String back(String proof, @Nullable String from) {
        if (proof.startsWith("/")) {
            return local(proof) ? proof : "/";
        }
        if (!proof.matches("[A-Za-z0-9-]{1,64}")) {
            return "/";
        }
        return from != null && path(from).startsWith(TASKLIST)
                ? TASKLIST + "/default/#/?task=" + proof
                : "/my-work/" + proof;
    }

    static boolean local(String address) {
        return address.length() <= LONGEST && address.matches("/(?![/\\\\])[A-Za-z0-9/_.~?&=#%+-]*");
    }

    private static String path(String address) {
        try {
            return String.valueOf(URI.create(address).getPath());
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return session.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        session.saveAuthorizationRequest(asked, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
        request.setAttribute(ANSWERED, asked);
        return asked;
    }
}
