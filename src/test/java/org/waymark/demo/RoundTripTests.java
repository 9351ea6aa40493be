package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.process.WorkItem;

/** How often a completion goes to the database, with draft, decision record and our own lists all on. */
class RoundTripTests extends House {

    private static final Logger log = LoggerFactory.getLogger(RoundTripTests.class);

    /** Reached with every part switched on; a statement in a loop would show here at once. */
    private static final int MOST_ON_AVERAGE = 46;

    @Test
    void aWholeJourneyNeedsFewRoundTripsPerCompletion() {
        String code = launch();
        Story story = story(code);
        Map<String, List<Integer>> byKind = new LinkedHashMap<>();
        List<String> all = new ArrayList<>();
        int completions = 0;
        int typing = 0;
        for (; completions < 200; completions++) {
            jobs.settle(code);
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                break;
            }
            WorkItem item = open.get(0);
            typing += Counting.sent(() -> hands.type(item, story)).size();
            List<String> sent =
                    Counting.sent(() -> work.complete(item.task(), String.valueOf(item.assignee())));
            byKind.computeIfAbsent(item.taskKey(), key -> new ArrayList<>()).add(sent.size());
            all.addAll(sent);
        }
        log.info(
                "Round trips per completion: {} over {} completions; to type and save before it: {}",
                all.size() / (double) completions,
                completions,
                typing / (double) completions);
        byKind.forEach((kind, trips) -> log.info("{} {}", kind, trips));
        Map<String, Long> grouped =
                all.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        int of = completions;
        grouped.entrySet().stream()
                .sorted((one, two) -> Long.compare(two.getValue(), one.getValue()))
                .forEach(one -> log.info(
                        "{} {}",
                        String.format("%6.2f", one.getValue() / (double) of),
                        one.getKey().length() > 230 ? one.getKey().substring(0, 230) : one.getKey()));
        assertThat(all.size() / completions).isLessThanOrEqualTo(MOST_ON_AVERAGE);
    }
}
