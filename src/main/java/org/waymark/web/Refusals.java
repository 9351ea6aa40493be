package org.waymark.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns refusals into answers: a problem for programs (RFC 9457), a plain page for people. */
@ControllerAdvice
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final Texts texts;
    private final ObjectProvider<SomebodyWasFaster> faster;

    Refusals(Texts texts, ObjectProvider<SomebodyWasFaster> faster) {
        this.texts = texts;
        this.faster = faster;
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        MultipartException.class,
        MethodArgumentTypeMismatchException.class
    })
    Object unreadable(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Refusal.bad("web.unreadable"), request, response);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    Object wrongVerb(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return answer(405, texts.of("web.wrong-verb"), null, request, response);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    Object wrongType(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return answer(415, texts.of("web.wrong-type"), null, request, response);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooBig(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return answer(413, texts.of("web.unreadable"), null, request, response);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    Object nothingThere(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return answer(404, texts.of("web.nothing-there"), null, request, response);
    }

    @ExceptionHandler(Exception.class)
    Object refused(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Refusal refusal = Refusal.in(e);
        if (refusal != null) {
            return answer(refusal, request, response);
        }
        if (faster.stream().anyMatch(one -> one.says(e))) {
            log.info("Somebody was faster on {} {}: {}", request.getMethod(), request.getRequestURI(), e.toString());
            return answer(Refusal.conflict("web.busy"), request, response);
        }
        if (SqlCauses.unfit(e)) {
            return answer(Refusal.bad("web.unreadable"), request, response);
        }
        if (e instanceof org.springframework.web.ErrorResponse known) {
            return answer(known.getStatusCode().value(), texts.of("web.unreadable"), null, request, response);
        }
        if (e.getClass().getName().startsWith("org.springframework.security.") || DatabaseAway.in(e)) {
            throw e; // the filters answer these
        }
        log.error("Unexpected failure on {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(500, texts.of("web.our-fault"), null, request, response);
    }

    private Object answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return answer(refusal.status(), texts.of(refusal), refusal.field(), request, response);
    }

    private Object answer(
            int status,
            String sentence,
            @org.jspecify.annotations.Nullable String field,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (isProgram(request)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), sentence);
            Map<String, Object> more = new LinkedHashMap<>();
            if (field != null) {
                more.put("field", field);
            }
            problem.setProperties(more);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        response.setStatus(status);
        ModelAndView page = new ModelAndView("web/refused", Map.of("status", status, "sentence", sentence));
        page.addObject("written", Written.words(request));
        page.addObject("form", Written.form(request));
        return page;
    }

    /** Whether a program asks, which hears a problem instead of a page. */
    static boolean isProgram(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/tasks/") || path.startsWith("/camunda/api/");
    }
}
