package org.waymark.process.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.process.Work;
import org.waymark.security.Right;
import org.waymark.web.HeldRequest;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Stands before Tasklist and Cockpit: lets through what {@link Door} opens, and completes tasks the way Waymark does. */
class DoorFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(DoorFilter.class);

    private final Door door = new Door();
    private final OwnNonce nonce = new OwnNonce();
    private final Work work;
    private final TaskService tasks;
    private final Texts texts;

    DoorFilter(Work work, TaskService tasks, Texts texts) {
        this.work = work;
        this.tasks = tasks;
        this.texts = texts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = request.getUserPrincipal();
        if (person == null) {
            refuse(response, 401, texts.of("process.door.signIn"));
            return;
        }
        String path = request.getRequestURI()
                .substring(request.getContextPath().length())
                .substring("/camunda".length());
        byte[] body = request.getInputStream().readNBytes(Door.BODY_AT_MOST + 1);
        var call = new Door.Call(request.getMethod(), path, request.getQueryString(), request.getContentType(), body);
        var answer = door.decide(call, request.isUserInRole(Right.WATCH_THE_ENGINE.name()));
        if (changes(request, answer) && !tokenFits(request)) {
            refuse(response, 403, texts.of("process.door.token"));
            return;
        }
        switch (answer.kind()) {
            case REFUSE -> refuse(response, answer.status(), texts.of(answer.key()));
            case TASKLIST -> response.sendRedirect(request.getContextPath() + "/camunda/app/tasklist/default/");
            case SIGN_OUT -> {
                request.getSession().invalidate();
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            case COMPLETE -> complete(answer.task(), person.getName(), response);
            default -> {
                String refusal = notTheirs(answer, person.getName());
                if (refusal != null) {
                    refuse(response, 403, texts.of(refusal));
                } else {
                    byte[] checked = answer.body() == null ? new byte[0] : door.bytes(answer.body());
                    var passed = new HeldRequest(request, checked);
                    if (OwnNonce.isPage(request.getMethod(), path)) {
                        nonce.pass(passed, response, chain);
                    } else {
                        chain.doFilter(passed, response);
                    }
                }
            }
        }
    }

    private static boolean changes(HttpServletRequest request, Door.Answer answer) {
        return answer.kind() != Door.Kind.REFUSE
                && !CsrfConstants.CSRF_NON_MODIFYING_METHODS_PATTERN
                        .matcher(request.getMethod())
                        .matches();
    }

    /** The engine's own check, made here too because completing does not get as far; a miss ends no session. */
    private static boolean tokenFits(HttpServletRequest request) {
        var session = request.getSession(false);
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        if (session == null
                || sent == null
                || !(session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String known)) {
            return false;
        }
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
    }

    /** People claim for themselves only and nothing that is somebody's; what is theirs they do not leave to nobody. */
    private @Nullable String notTheirs(Door.Answer answer, String person) {
        if (answer.kind() == Door.Kind.CLAIM) {
            var body = answer.body();
            boolean free = tasks.createTaskQuery()
                            .taskId(answer.task())
                            .taskUnassigned()
                            .count()
                    > 0;
            return free && body != null && body.path("userId").asText().equals(person) ? null : "process.door.claim";
        }
        return answer.kind() == Door.Kind.UNCLAIM ? "process.door.unclaim" : null;
    }

    private void complete(String task, String person, HttpServletResponse response) throws IOException {
        try {
            work.complete(task, person);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (Refusal refusal) {
            refuse(response, refusal.status(), texts.of(refusal.key(), refusal.args()));
        } catch (RuntimeException e) {
            log.error("Completing task {} failed", task, e);
            refuse(response, 503, texts.of("process.door.failed"));
        }
    }

    private void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Door.write(response.getOutputStream(), Map.of("type", "Refusal", "message", sentence));
    }
}
