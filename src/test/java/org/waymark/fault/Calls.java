package org.waymark.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Calls by people's tokens, at the first node that can answer, as a balancer passes them on. */
final class Calls {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final Supplier<List<Integer>> ports;
    private final Map<String, String> tokens;
    private final Tally tally;

    Calls(Supplier<List<Integer>> ports, Map<String, String> tokens, Tally tally) {
        this.ports = ports;
        this.tokens = tokens;
        this.tally = tally;
    }

    /** A call of one person; whoever makes it twice gives it the same key, or none. */
    record Call(String person, String method, String path, String body, String key) {

        static Call get(String person, String path) {
            return new Call(person, "GET", path, "", "");
        }
    }

    /** What was answered; 0 where nobody could. */
    record Answer(int status, String body) {

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    /** Asks one node after the other, beginning with this client's own, until one answers other than with 503. */
    Answer send(Call call, int home) throws InterruptedException {
        List<Integer> nodes = ports.get();
        Answer answer = new Answer(0, "");
        for (int tried = 0; tried < nodes.size(); tried++) {
            answer = at(nodes.get((home + tried) % nodes.size()), call);
            if (answer.status() != 0 && answer.status() != 503) {
                return answer;
            }
        }
        tally.unserved();
        return answer;
    }

    /** Asks this node only. */
    Answer at(int port, Call call) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.get(call.person()))
                .header("Content-Type", "application/json")
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        if (!call.key().isEmpty()) {
            request.header("Idempotency-Key", call.key());
        }
        long asked = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean silent = response.statusCode() == 503
                    && response.headers().firstValue("Retry-After").isEmpty();
            tally.ended(response.statusCode() + (silent ? " without Retry-After" : ""), System.nanoTime() - asked);
            return new Answer(response.statusCode(), response.body());
        } catch (IOException torn) {
            tally.ended("torn", System.nanoTime() - asked);
            return new Answer(0, "");
        }
    }
}
