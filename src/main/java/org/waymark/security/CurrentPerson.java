package org.waymark.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks on every request whether whoever is signed in may still be: active, same sign-in, no password to change first. */
class CurrentPerson extends OncePerRequestFilter {
    private final Sessions sessions;
    private final AuthenticationEntryPoint door;
    private final Answers answers;

    CurrentPerson(Sessions sessions, AuthenticationEntryPoint door, Answers answers) {
        this.sessions = sessions;
        this.door = door;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        var session = request.getSession(false);
        var account = sessions.admits(signedIn, session);
        if (account.isEmpty()) {
            end(request);
            door.commence(request, response, new CredentialsExpiredException("sign-in ended"));
            return;
        }
        if (session != null) {
            sessions.seen(session);
        }
        LocaleContextHolder.setLocale(
                Locale.forLanguageTag(account.get().person().language()));
        if (account.get().mustChangePassword()
                && !SignIn.byProvider(authentication)
                && !Paths.openBeforeChange(request)) {
            answers.changePasswordFirst(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            sessions.over(session);
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
