package org.waymark.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;

/** Lets nothing large in, nor anything that does not say how large it is, except where a whole program is brought as one file. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SmallUploads extends OncePerRequestFilter {

    /** In bytes: a file of five megabytes and what a form says around it. */
    private static final long LARGEST = 6L * 1024 * 1024;

    private static final PlainAnswer.Words TOO_LARGE =
            new PlainAnswer.Words("web.refused.title", "web.too-large", List.of(LARGEST / 1024 / 1024), false);
    private static final PlainAnswer.Words NO_LENGTH =
            new PlainAnswer.Words("web.refused.title", "web.no-length", List.of(), false);

    private final PlainAnswer answer;

    SmallUploads(ObjectProvider<ITemplateEngine> pages, MessageSource messages, ObjectMapper json) {
        this.answer = new PlainAnswer(pages, messages, json);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String address = request.getRequestURI();
        return address.equals("/programs/arrivals") || address.equals("/api/programs/arrivals");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST) {
            answer.give(HttpStatus.PAYLOAD_TOO_LARGE, TOO_LARGE, request, response);
            return;
        }
        // what comes in pieces could grow without end
        if (request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            answer.give(HttpStatus.LENGTH_REQUIRED, NO_LENGTH, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
