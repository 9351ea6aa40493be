package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.portfolio.BoardRows;
import org.waymark.process.Notes;
import org.waymark.process.WorkItem;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** The board's rows are written with the change they show: made anew from their sources they are the same. */
class BoardRowTests extends House {

    private static final Logger log = LoggerFactory.getLogger(BoardRowTests.class);

    private static final int STEPS = 240;

    @Autowired
    BoardRows rows;

    @Autowired
    Team team;

    @Autowired
    Notes notes;

    @Autowired
    People people;

    @AfterEach
    void everyRowIsWhatItsSourcesSay() {
        Map<String, Map<String, Object>> live = rows();
        rows.rebuild();
        Map<String, Map<String, Object>> rebuilt = rows();
        assertThat(live.keySet()).isEqualTo(rebuilt.keySet());
        live.forEach((program, row) -> assertThat(row).as(program).isEqualTo(rebuilt.get(program)));
    }

    @Test
    void aWholeJourneyLeavesItsRow() {
        String code = launch();
        play(story(code), item -> true);
        Map<String, Object> row = rows().get(code);
        assertThat(row)
                .containsEntry("state", "COMPLETED")
                .containsEntry("passed", 7)
                .containsEntry("holder_count", 0)
                .containsEntry("holders", "");
        assertThat(row.get("npv")).isNotNull();
        assertThat(row.get("investment")).isNotNull();
        assertThat(row.get("agreement")).isNotNull();
        assertThat(row.get("overlap")).isNotNull();
        assertThat(String.valueOf(row.get("marks")).split(";")).hasSize(7).allMatch(mark -> mark.contains("|PASSED|"));
    }

    /** The rows that other tests of this house left behind are compared as well, thousands of steps in a whole run. */
    @Test
    void whateverPeopleDoInWhateverOrderTheRowsFollow() {
        long seed = System.nanoTime();
        log.info("Walking with seed {}", seed);
        Random random = new Random(seed);
        List<String> walked = Stream.generate(() -> launch()).limit(4).toList();
        for (int step = 0; step < STEPS; step++) {
            String code = walked.get(random.nextInt(walked.size()));
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                continue;
            }
            WorkItem item = open.get(random.nextInt(open.size()));
            switch (random.nextInt(12)) {
                case 0 -> notes.ask(item.task(), String.valueOf(item.assignee()), "What does this mean?");
                case 1 ->
                    notes.needUntil(
                            item.task(),
                            String.valueOf(item.assignee()),
                            LocalDate.now(clock).plusDays(9),
                            "On leave");
                case 2 ->
                    notes.open(code).stream()
                            .findFirst()
                            .ifPresent(note -> notes.settle(code, note.id(), "manager", random.nextBoolean()));
                case 3 -> joinOrLeave(code, random);
                case 4 -> rename(random);
                default -> handIn(item, random);
            }
            jobs.settle(code);
        }
        walked.stream()
                .filter(code -> programs.get(code).isRunning())
                .findFirst()
                .ifPresent(code -> programs.stop(code, "The walk ends here.", "manager"));
    }

    private void handIn(WorkItem item, Random random) {
        Story story = story(item.program());
        if (item.taskKey().equals("decideGate")) {
            switch (random.nextInt(6)) {
                case 0 -> story.decides(item.stage(), back(item.stage()));
                case 1 -> story.decides(item.stage(), conditional());
                case 2 -> story.decides("none", decision("GO"));
                default -> story.decides(item.stage(), decision("GO"));
            }
        }
        try {
            hands.handIn(item, story);
        } catch (IllegalStateException notNow) {
            assertThat(notNow).hasMessageContaining(":");
        }
    }

    private void joinOrLeave(String code, Random random) {
        boolean there = team.holding(code, Part.RATER).contains("research");
        if (there && random.nextBoolean()) {
            team.leave(code, "research", Part.RATER, "manager");
        } else {
            team.join(new Member(code, "research", Part.RATER, "FN-RES", "CLOSE_TO_CUSTOMER"), "manager");
        }
    }

    private void rename(Random random) {
        var sara = people.get("service");
        people.change(new NewPerson(
                sara.id(),
                "Sara Service " + random.nextInt(9),
                sara.email(),
                sara.role().name(),
                sara.language(),
                sara.zone()));
    }

    @AfterEach
    void saraHasHerNameAgain() {
        var sara = people.get("service");
        people.change(new NewPerson(
                sara.id(), "Sara Service", sara.email(), sara.role().name(), sara.language(), sara.zone()));
    }

    private Map<String, Map<String, Object>> rows() {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        jdbc.sql("select * from board_row").query().listOfRows().forEach(row -> {
            Map<String, Object> named = new TreeMap<>();
            row.forEach((column, content) -> named.put(column.toLowerCase(), content));
            named.remove("version");
            all.put(String.valueOf(named.get("program")), named);
        });
        return all;
    }
}
