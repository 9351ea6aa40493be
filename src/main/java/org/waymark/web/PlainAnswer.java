package org.waymark.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An answer given before anybody knows who asks: a sentence and what was written, by a page that asks no database. */
record PlainAnswer(ObjectProvider<ITemplateEngine> pages, MessageSource messages, ObjectMapper json) {

    /** The texts' keys; what was written comes back only where reading it costs nothing more. */
    record Words(String title, String sentence, List<Object> args, boolean withWritten) {}

    void give(HttpStatus status, Words words, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = request.getLocale();
        String sentence = said(words.sentence(), words.args(), locale);
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (Refusals.isProgram(request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, sentence));
            return;
        }
        Context page = new Context(locale);
        page.setVariable("title", said(words.title(), List.of(), locale));
        page.setVariable("sentence", sentence);
        page.setVariable("written", words.withWritten() ? Written.words(request) : List.of());
        page.setVariable("form", Written.form(request));
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.getWriter().write(pages.getObject().process("web/plain", page));
    }

    private String said(String key, List<Object> args, Locale locale) {
        return messages.getMessage(key, args.toArray(), locale);
    }
}
