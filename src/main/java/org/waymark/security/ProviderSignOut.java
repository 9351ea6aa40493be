package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.util.UriComponentsBuilder;
import org.waymark.web.Addresses;

/**
 * Signs people out at the provider too, when it offers that. The sign-in page leads on there: a form's answer may not,
 * our content policy keeps forms at home.
 */
@Component
class ProviderSignOut implements LogoutHandler, LogoutSuccessHandler {
    private static final String TOKEN = "waymark.provider-token";
    private static final String LEAVING = "waymark.leaving";

    private final Provider provider;
    private final ProviderSettings settings;
    private final Addresses addresses;

    ProviderSignOut(Provider provider, ProviderSettings settings, Addresses addresses) {
        this.provider = provider;
        this.settings = settings;
        this.addresses = addresses;
    }

    /** The token names the session there that ends with this one. */
    static void remember(HttpSession session, String token) {
        session.setAttribute(TOKEN, token);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(TOKEN) instanceof String token) {
            request.setAttribute(LEAVING, token);
        }
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        if (request.getAttribute(LEAVING) instanceof String token) {
            String address = address(token);
            if (address != null) {
                request.getSession().setAttribute(LEAVING, address);
            }
        }
        response.sendRedirect("/sign-in?out");
    }

    private @Nullable String address(String token) {
        try {
            String end = provider.endOfSession();
            return end == null
                    ? null
                    : UriComponentsBuilder.fromUriString(end)
                            .queryParam("id_token_hint", token)
                            .queryParam("client_id", settings.clientId())
                            .queryParam("post_logout_redirect_uri", addresses.here("/sign-in?out"))
                            .encode()
                            .toUriString();
        } catch (ResourceAccessException away) {
            return null;
        }
    }

    /** Where the browser goes on to, once. */
    static @Nullable String leaving(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(LEAVING) instanceof String address)) {
            return null;
        }
        session.removeAttribute(LEAVING);
        return address;
    }
}
