package org.waymark.workshop;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.program.EarlyOpenings;

/** What a prepared session sets going at once: the votes a room needs before it meets. */
@Component
class Prework {

    /** What is quickly voted on; longer sheets are asked for ahead of time one by one, by whoever runs the program. */
    private static final Set<String> VOTES = Set.of("capabilities", "maturity");

    private final EarlyOpenings early;

    Prework(EarlyOpenings early) {
        this.early = early;
    }

    void begin(String code, String manager) {
        early.offered(code).stream().filter(VOTES::contains).forEach(stage -> early.open(code, stage, manager));
    }
}
