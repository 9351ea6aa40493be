package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.waymark.program.Launch;
import org.waymark.program.Programs;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.stage.Fact;
import org.waymark.stage.Stages;

/** Every criterion that ships asks for a fact that its stage really states. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
class CriteriaFactsTests {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        properties.add("waymark.data", () -> data.resolve("data").toString());
    }

    @Test
    void everyCriterionAsksForAFactItsStageStates(
            @Autowired Criteria criteria,
            @Autowired Stages stages,
            @Autowired Programs programs,
            @Autowired People people) {
        for (String id : List.of("manager", "sponsor", "finance", "service", "product")) {
            people.add(new NewPerson(id, "Name of " + id, null, "MEMBER", "en", "Europe/Berlin"), "A-long-Secret-2026", false);
        }
        programs.launch(
                new Launch(
                        "FACTS", "Facts", "Purpose", "sponsor", "manager", "finance", null, "UNDER_1M", "MEDIUM", "EUR",
                        null, null, null,
                        List.of(
                                new Launch.Seat("service", "FN-SVC", null, "FUNCTION_LEAD"),
                                new Launch.Seat("product", "FN-PRD", null, "FUNCTION_LEAD"))),
                "manager");
        assertThat(stages.ids()).hasSize(7);
        for (String stage : stages.ids()) {
            List<String> stated =
                    stages.of(stage).facts("FACTS").stream().map(Fact::name).toList();
            assertThat(criteria.of(stage)).isNotEmpty().extracting(Criterion::fact).isSubsetOf(stated);
            assertThat(criteria.measure("FACTS", stage)).noneMatch(finding -> finding.measured() == null);
        }
    }
}
