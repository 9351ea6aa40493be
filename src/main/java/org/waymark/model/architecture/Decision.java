package org.waymark.model.architecture;

import java.util.List;
import java.util.Optional;

/** What happens to a component: connecting what is there comes first, replacing it has to be argued. */
enum Decision {
    KEEP,
    INTEGRATE,
    EXTEND,
    CONSOLIDATE,
    REPLACE,
    RETIRE,
    NEW,
    DEFER;

    private static final int GOOD = 4;

    static Optional<Decision> read(String text) {
        for (Decision decision : values()) {
            if (decision.name().equals(text)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    /** Taking something away costs money and habit: it needs an exit cost, a plan and a reason. */
    boolean needsPlan() {
        return this == REPLACE || this == RETIRE;
    }

    /** Whether something will be there to serve a capability. */
    boolean provides() {
        return this != RETIRE && this != DEFER;
    }

    /** What the two fits (1 to 5) speak for; a suggestion, never a decision. */
    static List<Decision> suggested(int functionalFit, int technicalFit) {
        boolean does = functionalFit >= GOOD;
        boolean sound = technicalFit >= GOOD;
        if (does) {
            return sound ? List.of(KEEP, INTEGRATE) : List.of(REPLACE, EXTEND);
        }
        return sound ? List.of(KEEP, CONSOLIDATE) : List.of(RETIRE);
    }
}
