package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.bench.Shape;
import org.waymark.catalogue.Catalogue;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.security.NewPerson;
import org.waymark.security.People;

/**
 * How often a completion goes to the database, with draft, decision record and our own lists all on: from the person's
 * press of the button to the commit. Saving the draft before it is counted apart.
 */
class RoundTripTests extends House {

    private static final Logger log = LoggerFactory.getLogger(RoundTripTests.class);

    /** Reached with every part switched on; a statement in a loop would show here at once. */
    private static final double MOST_ON_AVERAGE = 46;

    private static final int SHOWN = 40;
    private static final Pattern STATEMENT =
            Pattern.compile("(?i)^(select|insert|update|delete)\\s+(?:from\\s+|into\\s+)?(act_[a-z]+|[a-z]+)");
    private static final List<String> CONTRIBUTIONS =
            List.of("weighValues", "rateCapabilities", "voteMaturity", "agreeUseCases", "answerChecklist");

    @Autowired
    People people;

    @Autowired
    Catalogue catalogue;

    @Test
    void aWholeJourneyNeedsFewRoundTripsPerCompletion() {
        Map<String, List<List<String>>> journey = play(launch());
        List<String> all = journey.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
        double completions = journey.values().stream().mapToInt(List::size).sum();
        log.info("Round trips per completion: {} over {} completions", all.size() / completions, (int) completions);
        journey.forEach((kind, sent) ->
                log.info("{} {}", kind, sent.stream().map(List::size).toList()));
        show(all, RoundTripTests::area, completions);
        show(all, Function.identity(), completions);
        assertThat(all.size() / completions).isLessThanOrEqualTo(MOST_ON_AVERAGE);
        assertThat(completions)
                .as("the journey that the benchmark gives to bare engines")
                .isEqualTo(Shape.completions());
    }

    @Test
    void nobodysContributionCostsMoreBecauseManyAreAsked() {
        Map<String, List<List<String>>> journey = play(launch(crowd()));
        for (String kind : CONTRIBUTIONS) {
            List<Integer> trips = journey.get(kind).stream().map(List::size).toList();
            log.info("{} of {} people: {}", kind, trips.size(), trips);
            assertThat(trips).as(kind).hasSizeGreaterThan(3);
            // the last one also closes the round
            List<Integer> whileOthersAreOpen = trips.subList(0, trips.size() - 1);
            assertThat(whileOthersAreOpen).as(kind).allMatch(one -> one <= trips.get(trips.size() - 2) + 1);
        }
    }

    /**
     * What a transaction remembers of a table is forgotten when that table is written, so nothing may cascade; the values
     * of a sign-in go with it, and nothing that remembers reads them.
     */
    @Test
    void noForeignKeyOfOursWritesAnotherTable() {
        assertThat(jdbc.sql("""
                        select constraint_name from information_schema.referential_constraints
                        where constraint_name not like 'ACT_%'
                            and lower(constraint_name) <> 'security_browser_attributes_browser'
                            and (delete_rule in ('CASCADE', 'SET NULL') or update_rule in ('CASCADE', 'SET NULL'))
                        """).query(String.class).list()).isEmpty();
    }

    private List<Launch.Seat> crowd() {
        List<Launch.Seat> crowd = new ArrayList<>();
        List<String> functions =
                catalogue.functions().stream().map(one -> one.id()).toList();
        for (int i = 1; i <= 18; i++) {
            String id = "crowd" + i;
            if (people.find(id).isEmpty()) {
                people.add(new NewPerson(id, "Crowd " + i, null, "MEMBER", "en", "UTC"), "Waymark-demo-2026", false);
            }
            crowd.add(new Launch.Seat(
                    id,
                    functions.get(i % functions.size()),
                    "CLOSE_TO_CUSTOMER",
                    i % 2 == 0 ? "FUNCTION_LEAD" : "RATER"));
        }
        crowd.add(new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"));
        crowd.add(new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD"));
        return crowd;
    }

    /** What every completion of a journey sent, by kind of task. */
    private Map<String, List<List<String>>> play(String code) {
        Story story = story(code);
        Map<String, List<List<String>>> journey = new LinkedHashMap<>();
        for (int step = 0; step < 300; step++) {
            jobs.settle(code);
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                break;
            }
            WorkItem item = open.get(0);
            hands.type(item, story);
            List<String> sent = Counting.sent(() -> work.complete(item.task(), String.valueOf(item.assignee())));
            journey.computeIfAbsent(item.taskKey(), kind -> new ArrayList<>()).add(sent);
        }
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        return journey;
    }

    private static void show(List<String> all, Function<String, String> group, double completions) {
        Map<String, Long> counted =
                all.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.counting()));
        counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(one -> log.info(
                        "{} {}",
                        String.format("%6.2f", one.getValue() / completions),
                        one.getKey().substring(0, Math.min(150, one.getKey().length()))));
    }

    /** Reading or writing, and whose table: the engine's running or past, or the package's. */
    private static String area(String statement) {
        Matcher matcher = STATEMENT.matcher(statement.replaceAll("(?i)^select .*? from ", "select from "));
        return matcher.find() ? (matcher.group(1) + " " + matcher.group(2)).toLowerCase() : statement;
    }
}
