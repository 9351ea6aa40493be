package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.web.Refusal;

/** Many people at the same moment: barriers, never sleeps. */
class RaceTests extends House {

    @Autowired
    People people;

    @Test
    void threeSiblingsAtOnceAllSucceedAndOneTaskFollows() throws Exception {
        siblings(launch());
    }

    @Test
    void twentySiblingsAtOnceAllSucceedAndOneTaskFollows() throws Exception {
        List<Launch.Seat> crowd = new ArrayList<>();
        for (int i = 1; i <= 18; i++) {
            String id = "crowd" + i;
            if (people.find(id).isEmpty()) {
                people.add(new NewPerson(id, "Crowd " + i, null, "MEMBER", "en", "UTC"), "Waymark-demo-2026", false);
            }
            crowd.add(new Launch.Seat(id, i == 1 ? "FN-SVC" : "", "CLOSE_TO_CUSTOMER", "RATER"));
        }
        siblings(launch(crowd));
    }

    private void siblings(String code) throws Exception {
        List<WorkItem> siblings = items.open(code, "weighValues");
        Story story = story(code);
        siblings.forEach(item -> hands.type(item, story));
        List<Callable<String>> calls = siblings.stream()
                .map(item -> (Callable<String>) () -> complete(item.task(), String.valueOf(item.assignee())))
                .toList();
        assertThat(atOnce(calls)).hasSameSizeAs(siblings).containsOnly("done");
        assertThat(items.open(code)).extracting(WorkItem::taskKey).containsExactly("agreeValues");
    }

    @Test
    void ofFourDecisionsAtOnceExactlyOneCounts() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        WorkItem decision = open(code, "decideGate");
        hands.type(decision, story(code));
        List<Callable<String>> calls = new ArrayList<>();
        calls.add(() -> complete(decision.task(), "sponsor"));
        for (String other : List.of("manager", "service", "admin")) {
            calls.add(() -> complete(decision.task(), other));
        }
        assertThat(atOnce(calls)).filteredOn("done"::equals).hasSize(1);
        assertThat(decided(code)).isEqualTo(1);
    }

    @Test
    void theSamePersonsSecondClickHearsTheFirstAnswer() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        WorkItem decision = open(code, "decideGate");
        hands.type(decision, story(code));
        Callable<String> click = () -> complete(decision.task(), "sponsor");
        assertThat(atOnce(List.of(click, click))).containsOnly("done");
        assertThat(complete(decision.task(), "sponsor")).isEqualTo("done");
        assertThat(decided(code)).isEqualTo(1);
        assertThat(complete(decision.task(), "manager")).isEqualTo("409");
    }

    @Test
    void aDecisionAgainstAStopLeavesNoDecisionOnAStoppedProgram() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        WorkItem decision = open(code, "decideGate");
        hands.type(decision, story(code));
        atOnce(List.of(() -> complete(decision.task(), "sponsor"), () -> {
            try {
                programs.stop(code, "The strategy has moved.", "manager");
                return "stopped";
            } catch (RuntimeException lost) {
                return "lost";
            }
        }));
        if (programs.get(code).state().equals("STOPPED")) {
            assertThat(items.open(code)).isEmpty();
            assertThat(journey(code)).isNull();
        } else {
            assertThat(state(code, "values")).isEqualTo("PASSED");
        }
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    private long decided(String code) {
        return ledger.of(code).stream()
                .map(Entry::kind)
                .filter("DECIDED"::equals)
                .count();
    }

    private String complete(String task, String person) {
        try {
            work.complete(task, person);
            return "done";
        } catch (Refusal refusal) {
            return String.valueOf(refusal.status());
        }
    }
}
