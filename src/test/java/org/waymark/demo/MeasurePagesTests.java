package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.engagement.Four;
import org.waymark.engagement.Measures;
import org.waymark.process.Visitor;
import org.waymark.program.Program;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The four measures on real programs: alone and in bulk alike, each opened to its records. */
class MeasurePagesTests extends House {

    @Autowired
    Measures measures;

    @Autowired
    Team team;

    @Test
    void manyAtOnceSayWhatEachSaysAlone() {
        String code = launch();
        Map<String, Four> all =
                measures.of(programs.all().stream().map(Program::code).toList());
        assertThat(all).containsKey(code).hasSameSizeAs(programs.all());
        for (String one : new String[] {code, "ATLAS", "MERIDIAN"}) {
            assertThat(all.get(one)).as(one).isEqualTo(measures.of(one));
        }
        assertThat(measures.of(List.of())).isEmpty();
        assertThatThrownBy(() -> measures.of("NOWHERE")).isInstanceOf(Refusal.class);
    }

    @Test
    void aProgramThatHasEndedCountsNoDaysSinceItsLastDecision() throws Exception {
        Visitor mona = visitor("manager");
        String ended = mona.get("/programs/MERIDIAN").body();
        assertThat(ended).contains("the program has ended").doesNotContain("since the last decision");
        assertThat(mona.get("/programs/ATLAS").body()).contains("since the last decision");
    }

    @Test
    void whatTheMeasuresReadDoesNotGrowWithThePrograms() {
        List<String> all = programs.all().stream().map(Program::code).toList();
        List<String> sent = Counting.sent(() -> measures.of(all));
        for (String table : List.of("from work_item", "from team_member", "from program_stage", "from ledger_entry")) {
            assertThat(sent.stream().filter(sql -> sql.contains(table) && sql.contains(" in (")))
                    .as(table)
                    .hasSize(1);
        }
    }

    @Test
    void aNewProgramHasAskedItsPeopleAndDecidedNothing() throws Exception {
        String code = launch();
        Four four = measures.of(code);
        assertThat(four.engagement().answered()).isZero();
        assertThat(four.engagement().asked()).isEqualTo((int) items.open(code).stream()
                .map(item -> item.assignee())
                .distinct()
                .count());
        assertThat(four.engagement().functionsInTeam()).isEqualTo((int) team.members(code).stream()
                .map(Member::function)
                .filter(Objects::nonNull)
                .distinct()
                .count());
        assertThat(four.progress().gates()).isEqualTo(7);
        assertThat(four.progress().criteria()).isGreaterThan(20);
        assertThat(four.momentum().workingDaysSinceDecision()).isNull();
        assertThat(four.warnings()).isEmpty();
        String answer = Caller.of(port, "service").get("/api/programs/" + code).body();
        assertThat(answer).contains("\"measures\":{\"alignment\":").contains("\"gatesPassed\":0");
    }

    @Test
    void everyMeasureOpensToItsRecordsForWhoMaySeeTheProgram() throws Exception {
        String code = launch();
        items.open(code).stream()
                .filter(item -> "sales".equals(item.assignee()))
                .forEach(item -> hands.handIn(item, story(code)));
        Visitor sara = visitor("service");
        assertThat(sara.get("/programs/" + code + "/measures/engagement").body())
                .contains("Samir Sales")
                .contains("1 of ");
        for (String name : new String[] {"alignment", "progress", "momentum"}) {
            assertThat(sara.get("/programs/" + code + "/measures/" + name).body())
                    .doesNotContain("??");
            assertThat(sara.get("/programs/MERIDIAN").body()).contains("/programs/MERIDIAN/measures/" + name);
        }
        assertThat(sara.get("/programs/" + code + "/measures/health").statusCode())
                .isEqualTo(404);
        assertThat(visitor("hr").get("/programs/" + code + "/measures/momentum").statusCode())
                .isEqualTo(404);
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }
}
