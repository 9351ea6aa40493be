package org.waymark.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;

/**
 * Answers 503 with a plain page while the database is out of reach. Outside everything else, since not even the session
 * can be read then, and by a page that asks the database for nothing and gives back what somebody had written.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAwayFilter extends OncePerRequestFilter {

    static final String SECONDS = "5";

    private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    private static final PlainAnswer.Words AWAY =
            new PlainAnswer.Words("web.away.title", "web.away.sentence", List.of(), true);

    private final PlainAnswer answer;

    DatabaseAwayFilter(ObjectProvider<ITemplateEngine> pages, MessageSource messages, ObjectMapper json) {
        this.answer = new PlainAnswer(pages, messages, json);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!DatabaseAway.in(e) || response.isCommitted()) {
                throw e;
            }
            log.warn(
                    "The database is out of reach on {} {}: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    e.toString());
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            answer.give(HttpStatus.SERVICE_UNAVAILABLE, AWAY, request, response);
        }
    }
}
