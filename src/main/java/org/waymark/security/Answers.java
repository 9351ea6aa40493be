package org.waymark.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.waymark.web.Texts;

/** What somebody hears who is not signed in, or not allowed: pages lead to the sign-in, scripts get a status. */
@Component
class Answers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Texts texts;
    private final ObjectMapper json;

    Answers(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (Paths.SCRIPTED.matches(request)) {
            problem(response, HttpStatus.UNAUTHORIZED, "security.signIn.first");
        } else if (Paths.isFragment(request)) {
            response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        // a form sent after its session ended fails for its token; what the person needs to hear is: sign in
        if (SecurityContextHolder.getContext().getAuthentication() == null
                || SecurityContextHolder.getContext()
                        .getAuthentication()
                        .getName()
                        .equals("anonymousUser")) {
            commence(request, response, new SessionEnded(reason));
        } else if (reason instanceof CsrfException && Paths.SCRIPTED.matches(request)) {
            // signed in anew in another window: the script on the page asks for a fresh token and goes on
            problem(response, HttpStatus.UNAUTHORIZED, "security.page.old");
        } else if (Paths.SCRIPTED.matches(request) || Paths.isFragment(request)) {
            problem(response, HttpStatus.FORBIDDEN, "security.forbidden");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    void changePasswordFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Paths.SCRIPTED.matches(request) || Paths.isFragment(request)) {
            problem(response, HttpStatus.FORBIDDEN, "security.password.changeFirst");
        } else {
            response.sendRedirect(request.getContextPath() + "/account/password");
        }
    }

    private void problem(HttpServletResponse response, HttpStatus status, String key) throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", texts.of(key));
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), body);
    }

    private static final class SessionEnded extends AuthenticationException {
        SessionEnded(Throwable cause) {
            super("session ended", cause);
        }
    }
}
