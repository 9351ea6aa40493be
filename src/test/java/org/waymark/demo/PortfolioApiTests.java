package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The board's rows over the API: the page's rights, filters and pages. */
class PortfolioApiTests extends House {

    @Test
    void aManagerSeesEveryProgramWithItsSevenMarks() throws Exception {
        String code = launch();
        JsonNode rows = rows("manager", "q=" + code);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("code").asText()).isEqualTo(code);
        assertThat(rows.get(0).path("marks")).hasSize(7);
        assertThat(rows.get(0).path("marks").get(0).path("state").asText()).isEqualTo("OPEN");
        assertThat(rows.get(0).path("holders")).isNotEmpty();
    }

    @Test
    void somebodyOutsideTheTeamDoesNotSeeIt() throws Exception {
        String code = launch();
        assertThat(rows("service", "q=" + code)).hasSize(1);
        assertThat(rows("hr", "q=" + code)).isEmpty();
        assertThat(rows("auditor", "q=" + code)).hasSize(1);
    }

    @Test
    void rowsComeInPagesAndInTheSameOrderAsTheListOfPrograms() throws Exception {
        launch();
        launch();
        List<String> all = codes(rows("manager", "size=200&sort=code"));
        assertThat(all).hasSizeGreaterThan(4).isSorted();
        assertThat(codes(rows("manager", "size=2&page=1&sort=code"))).isEqualTo(all.subList(2, 4));
        assertThat(codes(Caller.json(Caller.of(port, "manager").get("/api/programs?size=200&sort=code"))))
                .isEqualTo(all);
    }

    @Test
    void nonsenseIsRefusedWithAFieldAndTheDescriptionNamesTheCall() throws Exception {
        Caller manager = Caller.of(port, "manager");
        for (String wrong : List.of("size=0", "size=201", "page=-1", "sort=colour", "state=LOST")) {
            assertThat(manager.get("/api/portfolio?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        JsonNode paths = Caller.json(manager.get("/api/openapi.json")).path("paths");
        assertThat(paths.has("/api/portfolio")).isTrue();
        assertThat(paths.path("/api/programs").path("post").toString()).contains("Idempotency-Key");
        assertThat(paths.path("/api/programs").path("get").toString()).doesNotContain("Idempotency-Key");
    }

    private JsonNode rows(String person, String query) throws Exception {
        return Caller.json(Caller.of(port, person).get("/api/portfolio?" + query));
    }

    private static List<String> codes(JsonNode rows) {
        return rows.findValuesAsText("code");
    }
}
