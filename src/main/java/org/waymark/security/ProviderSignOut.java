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
    private static final int LONGEST = 4096;
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
            return end == null ? null : address(end, token, settings.clientId(), addresses.here("/sign-in?out"));
        } catch (ResourceAccessException away) {
            return null;
        }
    }

    /** Without the hint where the address would be longer than servers take: the provider then asks instead. */
    static String address(String end, String token, String client, String back) {
        UriComponentsBuilder plain = UriComponentsBuilder.fromUriString(end)
                .queryParam("client_id", client)
                .queryParam("post_logout_redirect_uri", back);
        String whole =
                plain.cloneBuilder().queryParam("id_token_hint", token).encode().toUriString();
        return whole.length() <= LONGEST ? whole : plain.encode().toUriString();
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
