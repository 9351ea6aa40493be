package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.waymark.ledger.Touched;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** The manager is asked for a stage's parts on home and on the program's page, a week before the stage opens. */
class LaterPartsPageTests extends House {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Team team;

    @Autowired
    Stages stages;

    @Autowired
    MessageSource messages;

    @Test
    void ratersAreAskedForAWeekBeforeMaturityOpensAndNotEarlier() throws Exception {
        String code = launch();
        plan(code, 8);
        assertThat(asked("manager", code)).isEmpty();
        assertThat(page("manager", code)).doesNotContain("has no raters");

        plan(code, 7);
        assertThat(asked("manager", code))
                .singleElement()
                .satisfies(need -> assertThat(need.href()).isEqualTo("/programs/" + code + "#team"))
                .satisfies(need -> assertThat(need.title()).startsWith(code + " · Maturity opens about"));
        assertThat(page("manager", code)).contains("Maturity opens about", "has no raters", "Name them");
        assertThat(asked("sponsor", code)).isEmpty();
        assertThat(page("sponsor", code)).doesNotContain("has no raters");

        team.join(new Member(code, "service", Part.RATER, null, null), "manager");
        assertThat(asked("manager", code)).isEmpty();
    }

    @Test
    void everyPartAModelAsksForHasItsWords() {
        assertThat(stages.inOrder())
                .flatExtracting(model -> model.asks())
                .extracting(ask -> ask.part())
                .filteredOn(part -> !part.equals("STAKEHOLDER") && !part.equals("OWNER"))
                .allSatisfy(part -> assertThat(messages.getMessage(
                                "stakeholder.none." + Part.valueOf(part), null, java.util.Locale.ENGLISH))
                        .startsWith("no "));
    }

    private void plan(String code, int days) {
        jdbc.sql(
                        "update program_stage set planned = :day where program = :code and stage in ('values', 'capabilities')")
                .param("day", LocalDate.now(clock).plusDays(days))
                .param("code", code)
                .update();
        events.publishEvent(new Touched(code));
    }

    private String page(String person, String code) throws Exception {
        return Browsing.as(port, person).get("/programs/" + code).body();
    }
}
