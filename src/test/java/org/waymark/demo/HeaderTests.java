package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(" ", answer.headers().allValues(name));
    }
}
