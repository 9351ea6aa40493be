package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.process.WorkItem;

/** How often a completion goes to the database, with draft, decision record and our own lists all on. */
class RoundTripTests extends House {

    private static final Logger log = LoggerFactory.getLogger(RoundTripTests.class);

    /** Reached with every part switched on; a statement in a loop would show here at once. */
    private static final int MOST_ON_AVERAGE = 80;

    @Test
    void aWholeJourneyNeedsFewRoundTripsPerCompletion() {
        String code = launch();
        Story story = story(code);
        int completions = 0;
        int trips = 0;
        for (; completions < 200; completions++) {
            jobs.settle(code);
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                break;
            }
            WorkItem item = open.get(0);
            hands.type(item, story);
            int before = Counting.trips();
            work.complete(item.task(), String.valueOf(item.assignee()));
            trips += Counting.trips() - before;
        }
        log.info("Round trips per completion: {} over {} completions", trips / completions, completions);
        assertThat(trips / completions).isLessThanOrEqualTo(MOST_ON_AVERAGE);
    }
}
