package org.waymark.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Creating calls of the API with an {@code Idempotency-Key} happen once: the first answer is kept in the transaction of
 * the call itself and given again to whoever repeats it. A refused call changes nothing and keeps nothing.
 */
@Component
class RepeatedCalls extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String AGAIN = "Idempotency-Replayed";
    private static final int LONGEST = 100;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1," + LONGEST + "}");
    // remembers its own outcome, and tries again by whole transactions of its own when siblings collide
    private static final Pattern REPEATABLE_ITSELF = Pattern.compile("/api/tasks/[^/]+/complete");

    private final Repeats repeats;
    private final PlatformTransactionManager transactions;
    private final HandlerExceptionResolver refusals;

    RepeatedCalls(
            Repeats repeats,
            PlatformTransactionManager transactions,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.repeats = repeats;
        this.transactions = transactions;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !request.getMethod().equals(HttpMethod.POST.name())
                || request.getHeader(KEY) == null
                || request.getUserPrincipal() == null
                || !path.startsWith("/api/")
                || REPEATABLE_ITSELF.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        String key = request.getHeader(KEY);
        try {
            if (!VISIBLE.matcher(key).matches()) {
                throw Refusal.bad("web.key-shape", LONGEST);
            }
            once(caller.getName(), KeyedCall.hashOf(key), KeyedCall.of(request), response, chain);
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
            }
            if (refusals.resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    private void once(String person, String keyHash, KeyedCall call, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TransactionStatus transaction = transactions.getTransaction(null);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            if (!taken(person, keyHash, call)) {
                transactions.rollback(transaction);
                again(person, keyHash, call, response);
                return;
            }
            chain.doFilter(call.request(), answer);
            if (answer.getStatus() >= 400) {
                transaction.setRollbackOnly();
            } else {
                repeats.finish(person, keyHash, kept(call, answer));
            }
        } catch (RuntimeException | ServletException | IOException e) {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
            throw e;
        }
        // only now: whoever hears of success can rely on it
        transactions.commit(transaction);
        answer.copyBodyToResponse();
    }

    private boolean taken(String person, String keyHash, KeyedCall call) {
        try {
            repeats.begin(person, keyHash, call.hash());
            return true;
        } catch (DuplicateKeyException answeredBefore) {
            return false;
        } catch (TransientDataAccessException stillRunning) {
            throw Refusal.conflict("web.key-running");
        }
    }

    private void again(String person, String keyHash, KeyedCall call, HttpServletResponse response) throws IOException {
        Repeats.Kept kept = repeats.find(person, keyHash).orElseThrow(() -> Refusal.conflict("web.key-running"));
        if (!kept.requestHash().equals(call.hash())) {
            throw Refusal.invalid("web.key-other");
        }
        response.setStatus(kept.status());
        response.setHeader(AGAIN, "true");
        set(response, HttpHeaders.LOCATION, kept.location());
        set(response, HttpHeaders.CONTENT_TYPE, kept.contentType());
        String body = kept.body();
        if (body != null) {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Repeats.Kept kept(KeyedCall call, ContentCachingResponseWrapper answer) {
        byte[] body = answer.getContentAsByteArray();
        return new Repeats.Kept(
                call.hash(),
                answer.getStatus(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getContentType(),
                body.length == 0 ? null : OnlyOnce.withheld(new String(body, StandardCharsets.UTF_8), call.request()));
    }

    private static void set(HttpServletResponse response, String header, @Nullable String text) {
        if (text != null) {
            response.setHeader(header, text);
        }
    }
}
