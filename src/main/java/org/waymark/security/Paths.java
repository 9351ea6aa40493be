package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which addresses belong to whom; patterns as such, since plain strings miss what other servlets answer. */
final class Paths {
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    static final RequestMatcher ENGINE = any("/camunda", "/camunda/**");
    static final RequestMatcher API = any("/api", "/api/**");
    /** Answered with 401 instead of a sign-in page: whoever asks is a script, not a person. */
    static final RequestMatcher SCRIPTED = any("/api", "/api/**", "/tasks/**", "/camunda/api/**");

    static final RequestMatcher STATIC =
            any("/*.css", "/*.js", "/*.svg", "/favicon.ico", "/robots.txt", "/forms/**", "/libraries/**");
    static final RequestMatcher SIGN_IN = any("/sign-in");
    /** A person's own calendar opens by its secret address: programs that keep calendars cannot sign in. */
    static final RequestMatcher CALENDAR = any("/calendar/*.ics");

    /** One ballot opens by its secret address: people vote who have no account. */
    static final RequestMatcher BALLOT = any("/vote/*", "/vote/room/*");

    static final RequestMatcher HEALTH = any("/actuator/health", "/actuator/health/**");
    private static final RequestMatcher BEFORE_CHANGE =
            new OrRequestMatcher(STATIC, SIGN_IN, any("/account/password", "/sign-out", "/error"));

    private Paths() {}

    static RequestMatcher any(String... patterns) {
        var matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PATHS.matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }

    static boolean openBeforeChange(HttpServletRequest request) {
        return BEFORE_CHANGE.matches(request);
    }

    static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
