package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.process.Visitor;

/** What goes along with every answer of ours, whether it is a page, a refusal or a file. */
class HeaderTests extends House {

    @Test
    void everyAnswerIsProtectedAndSaysNothingOfTheInside() throws Exception {
        Visitor member = new Visitor(port);
        member.signIn("service", "Waymark-demo-2026");
        for (Visitor visitor : List.of(new Visitor(port), member)) {
            for (String path : List.of(
                    "/",
                    "/sign-in",
                    "/people",
                    "/programs",
                    "/programs/NOWHERE",
                    "/nothing/here",
                    "/api/programs",
                    "/api/programs/NOWHERE",
                    "/api/nothing",
                    "/tasks/none/work",
                    "/vote/none",
                    "/reset/none",
                    "/error",
                    "/actuator/env")) {
                HttpResponse<String> answer = visitor.get(path);
                assertThat(header(answer, "Content-Security-Policy"))
                        .as(path)
                        .contains(
                                "default-src 'none'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe");
                assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
                assertThat(header(answer, "X-Frame-Options")).as(path).isEqualTo("DENY");
                assertThat(header(answer, "Referrer-Policy")).as(path).isIn("same-origin", "no-referrer");
                assertThat(header(answer, "Cross-Origin-Opener-Policy"))
                        .as(path)
                        .isEqualTo("same-origin");
                assertThat(header(answer, "Permissions-Policy")).as(path).contains("camera=()");
                assertThat(header(answer, "Strict-Transport-Security")).as(path).isEmpty();
                assertThat(header(answer, "Cache-Control")).as(path).contains("no-store");
                assertThat(header(answer, "Server") + header(answer, "X-Powered-By"))
                        .as(path)
                        .isEmpty();
                assertThat(answer.body())
                        .as(path)
                        .doesNotContain("Exception")
                        .doesNotContain("org.springframework")
                        .doesNotContain("Apache Tomcat");
            }
        }
    }

    /** Nobody who merely says so makes plain http into https: proxies are believed only where the house names them. */
    @Test
    void aForgedWordOfAProxyChangesNothing() throws Exception {
        HttpResponse<String> answer = new Visitor(port)
                .send(new Visitor(port)
                        .request("/sign-in")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "proto=https;host=evil.example"));
        assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
        assertThat(header(answer, "Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(answer.body()).doesNotContain("evil.example");
    }

    @Test
    void refusedVerbsBrokenRequestsAndTheEnginesPagesAreProtectedToo() throws Exception {
        Visitor member = new Visitor(port);
        member.signIn("service", "Waymark-demo-2026");
        for (HttpResponse<String> refused : List.of(
                member.send(member.request("/programs").DELETE()),
                member.send(member.request("/sign-in").POST(HttpRequest.BodyPublishers.noBody())),
                member.send(member.request("/my-work/none")),
                member.send(member.request("/catalogue/nothing")))) {
            assertThat(refused.statusCode()).isGreaterThanOrEqualTo(300);
            assertThat(header(refused, "Content-Security-Policy"))
                    .as(refused.uri().getPath())
                    .contains("default-src 'none'");
            assertThat(header(refused, "Cache-Control")).contains("no-store");
        }
        assertThat(header(member.get("/camunda/app/tasklist/default/"), "Cross-Origin-Opener-Policy"))
                .isEqualTo("same-origin");
        for (String broken : List.of(
                "GET /a|b<script> HTTP/1.1\r\nHost: localhost\r\n",
                "GET /sign-in HTTP/1.1\r\nHost: local host\r\n",
                "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n",
                "GET //sign-in HTTP/1.1\r\nHost: localhost\r\n")) {
            String answer = raw(broken);
            assertThat(answer).as(broken).startsWith("HTTP/1.1 400");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .as(broken)
                    .contains("content-security-policy: default-src 'none'", "nosniff", "no-store")
                    .doesNotContain("apache", "exception", "<script>");
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(" ", answer.headers().allValues(name));
    }
}
