package org.waymark.demo;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.waymark.process.Visitor;

/** How the product answers one person at one address, in the five words of the list of routes. */
enum Answering {
    /** Somebody let in: also one who is told what is wrong with what they sent. */
    IN("in"),
    SIGN_IN("sign-in"),
    NO("no"),
    /** As if there were nothing. */
    HIDDEN("hidden"),
    NO_SUCH_VERB("verb"),
    /** An address or a verb nobody well-behaved sends. */
    REFUSED("refused"),
    BROKEN("broken");

    private final String word;

    Answering(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean closed() {
        return this != IN && this != BROKEN;
    }

    static Answering of(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String location = answer.headers().firstValue("Location").orElse("");
        if (status == 401 || (status == 302 && location.endsWith("/sign-in"))) {
            return SIGN_IN;
        }
        return switch (status) {
            case 403 -> NO;
            // somebody who guesses addresses hears for a while that there is nothing to guess
            case 404, 429 -> HIDDEN;
            case 405 -> NO_SUCH_VERB;
            case 501 -> REFUSED;
            default -> status >= 500 ? BROKEN : IN;
        };
    }

    /** An address written in a way that should open nothing: the fire wall answers 400, and 415 comes before any right. */
    static Answering ofTrick(HttpResponse<?> answer) {
        return answer.statusCode() == 400 || answer.statusCode() == 415 ? REFUSED : of(answer);
    }

    static HttpResponse<String> ask(Visitor visitor, String token, String verb, String address, String body)
            throws Exception {
        boolean script = address.startsWith("/api/");
        HttpRequest.Builder request = visitor.request(address)
                .header("Accept", script ? "application/json" : "text/html,*/*")
                .header("X-CSRF-TOKEN", token);
        boolean sends = !verb.equals("GET") && !verb.equals("HEAD") && !verb.equals("OPTIONS") && !verb.equals("TRACE");
        if (sends) {
            request.header("Content-Type", script ? "application/json" : "application/x-www-form-urlencoded");
        }
        return visitor.send(request.method(
                verb,
                sends
                        ? HttpRequest.BodyPublishers.ofString(script ? "{}" : body)
                        : HttpRequest.BodyPublishers.noBody()));
    }
}
