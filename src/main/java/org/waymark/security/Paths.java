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

    static final String[] STATIC_ADDRESSES = {
        "/*.css", "/*.js", "/*.svg", "/favicon.ico", "/robots.txt", "/forms/**", "/libraries/**"
    };
    static final RequestMatcher STATIC = any(STATIC_ADDRESSES);
    static final String[] SIGN_IN_ADDRESSES = {"/sign-in"};
    private static final RequestMatcher SIGN_IN = any(SIGN_IN_ADDRESSES);
    /** A person's own calendar opens by its secret address: programs that keep calendars cannot sign in. */
    static final String[] CALENDAR_ADDRESSES = {"/calendar/*.ics"};

    /** One ballot opens by its secret address: people vote who have no account. */
    static final String[] BALLOT_ADDRESSES = {"/vote/*", "/vote/room/*"};

    static final RequestMatcher BALLOT = any(BALLOT_ADDRESSES);

    /** A new password is chosen by a secret address: whoever forgot the old one cannot sign in. */
    static final String[] RESET_ADDRESSES = {"/reset/*"};

    /** The company's provider says here which sessions it has ended; it signs what it says. */
    static final String[] ENDED_ADDRESSES = {Provider.ENDED};

    static final RequestMatcher ENDED = any(ENDED_ADDRESSES);

    static final String[] HEALTH_ADDRESSES = {"/actuator/health", "/actuator/health/**"};

    /** What a monitoring system reads, with an administrator's token. */
    static final String[] METRICS_ADDRESSES = {"/actuator/prometheus"};

    /** What Waymark is made of, for whoever looks after it. */
    static final String[] PARTS_ADDRESSES = {"/actuator/sbom", "/actuator/sbom/*"};

    static final RequestMatcher METRICS = new OrRequestMatcher(any(METRICS_ADDRESSES), any(PARTS_ADDRESSES));

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
