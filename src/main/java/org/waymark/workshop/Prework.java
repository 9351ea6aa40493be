package org.waymark.workshop;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.program.EarlyOpenings;

/** What a prepared session sets going at once: every stage on its agenda that can be asked about ahead of time. */
@Component
class Prework {

    private final EarlyOpenings early;

    Prework(EarlyOpenings early) {
        this.early = early;
    }

    /** A stage that preparing a session opens, and how many people it asks. */
    record Opens(String stage, int asked) {}

    /** What would be opened now, in the order of the gates; what would ask nobody waits until somebody can be asked. */
    List<Opens> of(String code) {
        return early.offered(code).stream()
                .filter(Format.stages()::contains)
                .map(stage -> new Opens(stage, early.asks(code, stage)))
                .filter(one -> one.asked() > 0)
                .toList();
    }

    void begin(String code, String manager) {
        of(code).forEach(one -> early.open(code, one.stage(), manager));
    }
}
