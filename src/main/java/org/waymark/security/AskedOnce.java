package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Reads whose session a request belongs to until it has one. Spring's filter keeps the session when an answer begins to
 * leave and again when it has left, and before the second time reads it anew from the database only to compare its id:
 * one question in seven of the board's page (spring-session issue 1731).
 */
record AskedOnce(HttpSessionIdResolver ids) implements HttpSessionIdResolver {

    /** Where the filter notes a request's session; the name is its own. */
    private static final String CURRENT = SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".CURRENT_SESSION";

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return request.getAttribute(CURRENT) == null ? ids.resolveSessionIds(request) : List.of();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        if (!response.isCommitted()) {
            ids.setSessionId(request, response, id);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        ids.expireSession(request, response);
    }
}
