package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What whoever runs Waymark may ask it: whether it lives, whether it can work, and its figures. */
class MonitoringTests extends House {

    @Test
    void everybodyMayAskWhetherItLivesAndIsReadyAndLearnsNothingElse() throws Exception {
        for (String path : List.of("/actuator/health/liveness", "/actuator/health/readiness")) {
            HttpResponse<String> answer = Browsing.nobody(port).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(Browsing.nobody(port).get("/actuator/health").body()).doesNotContain("database", "H2", "path");
    }

    @Test
    void theFiguresAreForAdministratorsAndTheirScripts() throws Exception {
        launch();
        HttpResponse<String> answer = Caller.of(port, "admin").get("/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("hikaricp_connections_active", "http_server_requests", "waymark_mails");
        int open = jdbc.sql("select count(*) from work_item where state = 'OPEN'")
                .query(Integer.class)
                .single();
        assertThat(figures(answer.body(), "waymark_tasks_open")).isEqualTo(open).isPositive();
        assertThat(figures(answer.body(), "waymark_engine_incidents")).isZero();
        assertThat(figures(answer.body(), "waymark_engine_jobs_failed")).isZero();
        assertThat(figures(answer.body(), "waymark_tasks_overdue")).isNotNegative();
        for (String person : List.of("manager", "sponsor", "auditor")) {
            assertThat(Caller.of(port, person).get("/actuator/prometheus").statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(Browsing.nobody(port).get("/actuator/prometheus").statusCode())
                .isIn(302, 401);
    }

    private static double figures(String all, String name) {
        Matcher lines = Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$").matcher(all);
        double sum = 0;
        boolean found = false;
        while (lines.find()) {
            sum += Double.parseDouble(lines.group(2));
            found = true;
        }
        assertThat(found).as(name).isTrue();
        return sum;
    }
}
