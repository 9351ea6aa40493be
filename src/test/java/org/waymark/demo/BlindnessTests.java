package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.waymark.process.WorkItem;

/** A marked answer is looked for on every way as every role and found nowhere but at its owner's. */
@ExtendWith(OutputCaptureExtension.class)
class BlindnessTests extends House {

    private static final String MARK = "Heron-4711-unseen";
    private static final List<String> ROLES =
            List.of("admin", "manager", "sponsor", "auditor", "product", "sales", "finance");

    @Test
    void nobodyReadsAMarkedAnswerBeforeTheRoundCloses(CapturedOutput log) throws Exception {
        String code = launch();
        WorkItem mine = items.open(code, "weighValues").stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        Story marked = new Story(code, java.time.LocalDate.now(clock), "service") {
            @Override
            public void begin(WorkItem task, ObjectNode draft) {
                super.begin(task, draft);
                draft.put("fact", MARK);
                draft.putObject("scorecard")
                        .put("figure", MARK)
                        .put("measured", MARK)
                        .put("reported", MARK);
            }
        };
        hands.type(mine, marked);
        assertThat(get("service", "/api/tasks/" + mine.task()).body()).contains(MARK);
        assertUnseen(code, mine);
        work.complete(mine.task(), "service");
        assertUnseen(code, mine);
        assertThat(inTables("ACT_%")).isEmpty();
        assertThat(inTables("LEDGER_%")).isEmpty();
        assertThat(inTables("NOTICE%")).isEmpty();
        assertThat(log.getAll()).doesNotContain(MARK);
    }

    private void assertUnseen(String code, WorkItem mine) throws Exception {
        List<String> ways = List.of(
                "/api/tasks/" + mine.task(),
                "/api/tasks?program=" + code,
                "/api/programs/" + code,
                "/api/programs/" + code + "/models/values",
                "/api/programs/" + code + "/gates/values",
                "/api/programs/" + code + "/team",
                "/api/ledger?program=" + code,
                "/api/programs");
        for (String role : ROLES) {
            for (String way : ways) {
                assertThat(get(role, way).body()).as(role + " at " + way).doesNotContain(MARK);
            }
        }
    }

    /** Every text column of every table of this name that holds the mark. */
    private List<String> inTables(String like) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where lower(table_schema) = lower(current_schema) and upper(table_name) like :tables
                            and lower(data_type) in ('character varying', 'character large object', 'text')
                        """).param("tables", like).query(String.class).list().forEach(place -> {
            String[] parts = place.split("\\.");
            long hits = jdbc.sql("select count(*) from " + parts[0] + " where " + parts[1] + " like :mark")
                    .param("mark", "%" + MARK + "%")
                    .query(Long.class)
                    .single();
            if (hits > 0) {
                found.add(place);
            }
        });
        return found;
    }

    private HttpResponse<String> get(String person, String path) throws Exception {
        String basic =
                Base64.getEncoder().encodeToString((person + ":Waymark-demo-2026").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
