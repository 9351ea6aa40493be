package org.waymark.gate;

import java.util.List;
import java.util.Set;

/** What the findings alone suggest, with the rule that suggests it. */
public record Recommendation(Decision decision, Set<Decision> alsoFine, String rule) {

    /** The rules in order; the first that fits speaks. */
    static Recommendation from(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::blocks)) {
            return new Recommendation(Decision.RECYCLE, Set.of(Decision.KILL), "blocking");
        }
        if (findings.stream().anyMatch(Recommendation::losesMoney)) {
            return new Recommendation(Decision.KILL, Set.of(Decision.RECYCLE), "negative");
        }
        List<Finding> open = findings.stream().filter(Finding::needsAnswer).toList();
        if (open.stream().anyMatch(finding -> finding.suppliedBy().isBlank())) {
            return new Recommendation(Decision.RECYCLE, Set.of(), "unowned");
        }
        if (!open.isEmpty()) {
            return new Recommendation(Decision.CONDITIONAL_GO, Set.of(), "conditions");
        }
        boolean anyOpen = findings.stream().anyMatch(finding -> !finding.met());
        return new Recommendation(Decision.GO, Set.of(Decision.CONDITIONAL_GO), anyOpen ? "advisory" : "met");
    }

    private static boolean losesMoney(Finding finding) {
        return finding.fact().equals("npv")
                && finding.measured() != null
                && finding.measured().signum() < 0;
    }

    /** To ask or to wait is never against it; anything else it did not name needs a reason. */
    boolean contradicts(Decision made) {
        return made != decision
                && !alsoFine.contains(made)
                && made != Decision.MORE_INFORMATION
                && made != Decision.HOLD;
    }
}
