package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;

/** In a small program the wishes stand on the ballot of values; nobody but their owner reads them before the reveal. */
class EarlyWishBlindnessTests extends House {

    private static final List<String> OTHERS =
            List.of("admin", "manager", "sponsor", "auditor", "product", "sales", "finance");

    private String small() {
        String code = "EARLY";
        programs.launch(
                new Launch(
                        code,
                        "One small program",
                        "Answer everyone.",
                        "sponsor",
                        "manager",
                        "finance",
                        "architect",
                        "UNDER_100K",
                        "LOW",
                        "EUR",
                        LocalDate.now(clock),
                        "LITE",
                        "One team",
                        List.of(
                                new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                                new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD"),
                                new Launch.Seat("sales", "FN-SAL", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"))),
                "manager");
        jobs.settle(code);
        return code;
    }

    @Test
    void wishesGivenWithThePointsAreBlindUntilTheRevealAndStandOnTheirOwnersBallot() throws Exception {
        String code = small();
        WorkItem mine = of("service", items.open(code, "weighValues"));
        Story wishing = new Story(code, LocalDate.now(clock), "service") {
            @Override
            public void begin(WorkItem task, ObjectNode draft) {
                super.begin(task, draft);
                if (task.taskKey().equals("weighValues")) {
                    draft.putObject("wish").put("2", 1).put("5", 4).put("10", 2);
                }
            }
        };
        hands.type(mine, wishing);
        assertThat(sheet(mine).path("wish").path("5").asInt()).isEqualTo(4);
        assertUnread(mine);
        work.complete(mine.task(), "service");
        assertUnread(mine);
        String kept = jdbc.sql("select wish from maturity_early_wish where program = ? and person = 'service'")
                .params(code)
                .query(String.class)
                .single();
        assertThat(kept).contains("10=2,2=1,5=4");
        assertThat(holding(kept)).containsExactly("maturity_early_wish.wish");

        playTo(code, "maturity", "voteMaturity");
        WorkItem ballot = of("service", items.open(code, "voteMaturity"));
        assertThat(sheet(ballot).path("wish").toString()).isEqualTo("{\"10\":2,\"2\":1,\"5\":4}");
        assertThat(sheet(ballot).path("votes")).isEmpty();
        assertThat(work.open(ballot.task(), "service").missing())
                .extracting(missing -> missing.field())
                .noneMatch(field -> field.startsWith("wish["));
        assertThat(holding("=1,5=4")).containsExactly("maturity_early_wish.wish");
        assertUnread(ballot);
    }

    private static WorkItem of(String person, List<WorkItem> open) {
        return open.stream()
                .filter(item -> person.equals(item.assignee()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode sheet(WorkItem item) {
        return work.open(item.task(), String.valueOf(item.assignee())).work();
    }

    private void assertUnread(WorkItem item) throws Exception {
        for (String other : OTHERS) {
            Caller caller = Caller.of(port, other);
            HttpResponse<String> task = caller.get("/api/tasks/" + item.task());
            if (task.statusCode() == 200) {
                assertThat(Caller.json(task).path("work").isEmpty()).as(other).isTrue();
            }
            for (String way : List.of("/models/values", "/models/maturity", "/gates/values")) {
                assertThat(caller.get("/api/programs/" + item.program() + way)
                                .body()
                                .toLowerCase(Locale.ROOT))
                        .as(other + " at " + way)
                        .doesNotContain("wish");
            }
            assertThat(caller.get("/api/ledger?program=" + item.program()).body())
                    .as(other)
                    .doesNotContain("wish");
        }
    }

    /** Every text column of every table that holds these words. */
    private List<String> holding(String words) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where lower(table_schema) = lower(current_schema) and lower(table_name) not like 'flyway%'
                            and lower(data_type) in ('character varying', 'character large object', 'text')
                        """).query(String.class).list().forEach(place -> {
            String[] parts = place.split("\\.");
            Long hits = jdbc.sql("select count(*) from " + parts[0] + " where " + parts[1] + " like :words")
                    .param("words", "%" + words + "%")
                    .query(Long.class)
                    .single();
            if (hits > 0) {
                found.add(place.toLowerCase(Locale.ROOT));
            }
        });
        return found;
    }
}
