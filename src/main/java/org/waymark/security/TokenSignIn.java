package org.waymark.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a script in by the token somebody gave it: for this one call, with that person's rights. */
class TokenSignIn extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final AuthenticationEntryPoint door;

    TokenSignIn(AccessTokens tokens, Accounts accounts, AuthenticationEntryPoint door) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        var account = tokens.owner(sent.substring(SCHEME.length()).strip())
                .flatMap(accounts::find)
                .filter(known -> known.person().active());
        if (account.isEmpty()) {
            door.commence(request, response, new BadCredentialsException("no such token"));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.of(account.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
