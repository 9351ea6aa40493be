package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Who may launch and who may run a program: asked where the act is, so that every way there asks the same. */
class ProgramRightsTests extends House {

    @Autowired
    Team team;

    @Test
    void onlyManagersAndAdministratorsLaunch() throws Exception {
        String launch = "{\"code\":\"RIGHTS\",\"name\":\"Rights\",\"purpose\":\"Answer everyone.\"}";
        for (String person : new String[] {"service", "sponsor", "auditor"}) {
            assertThat(Caller.of(port, person).post("/api/programs", launch).statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(Caller.of(port, "admin").post("/api/programs", launch).statusCode())
                .isEqualTo(422);
        assertThat(programs.find("RIGHTS")).isEmpty();
    }

    @Test
    void onlyItsManagerRunsAProgramAndOutsideTheTeamThereIsNone() throws Exception {
        String code = launch();
        String[][] acts = {
            {"/stop", "{\"reason\":\"No\"}"},
            {"/team", "{\"person\":\"hr\",\"part\":\"RATER\"}"},
            {"/stages/values/close", "{\"reason\":\"No\"}"}
        };
        for (String[] act : acts) {
            String way = "/api/programs/" + code + act[0];
            assertThat(Caller.of(port, "service").post(way, act[1]).statusCode())
                    .as(act[0])
                    .isEqualTo(403);
            assertThat(Caller.of(port, "hr").post(way, act[1]).statusCode())
                    .as(act[0])
                    .isEqualTo(404);
        }
        assertThat(programs.get(code).isRunning()).isTrue();
        assertThat(team.includes(code, "hr")).isFalse();
        assertThatThrownBy(() -> team.join(new Member(code, "hr", Part.RATER, null, null), "sponsor"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> team.leave(code, "sales", Part.FUNCTION_LEAD, "sales"))
                .isInstanceOf(Refusal.class);
        team.join(new Member(code, "hr", Part.RATER, null, null), "manager");
        assertThat(team.holding(code, Part.RATER)).containsExactly("hr");
    }

    @Test
    void theRoundAModelDeclaresIsTheOneThatCloses() {
        String code = launch();
        assertThat(contributions.open(code, "values")).isNotNull();
        assertThat(contributions.open(code, "values").taskKey()).isEqualTo("weighValues");
        assertThat(contributions.open(code, "maturity")).isNull();
        assertThat(contributions.open(code, "nowhere")).isNull();
    }
}
