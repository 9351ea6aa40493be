package org.waymark.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Other figures, held against the same criteria: pure arithmetic, so nothing of it can be left anywhere. */
record WhatIf(List<Changed> findings, Recommendation before, Recommendation after) {

    /** One finding as it is and as it would be. */
    record Changed(Finding before, Finding after) {

        public boolean turned() {
            return before.met() != after.met();
        }
    }

    /** Figures by the name of their fact; what is not named stays as it was measured. */
    static WhatIf of(List<Finding> findings, Map<String, BigDecimal> figures) {
        List<Changed> changed = findings.stream()
                .map(finding -> new Changed(finding, with(finding, figures.get(finding.fact()))))
                .toList();
        return new WhatIf(
                changed,
                Recommendation.from(findings),
                Recommendation.from(changed.stream().map(Changed::after).toList()));
    }

    private static Finding with(Finding finding, @Nullable BigDecimal figure) {
        // a gate that is open again is no figure anybody could wish away
        if (figure == null || finding.criterion().equals(Finding.REOPENED)) {
            return finding;
        }
        return new Finding(
                finding.criterion(),
                finding.text(),
                finding.fact(),
                finding.unit().equals("missing") ? "count" : finding.unit(),
                figure,
                finding.comparison(),
                finding.threshold(),
                finding.weight(),
                finding.kind(),
                finding.comparison().holds(figure, finding.threshold()),
                finding.suppliedBy(),
                finding.waiverReason(),
                finding.waiverBy(),
                finding.waived());
    }

    public boolean otherwise() {
        return before.decision() != after.decision() || !before.rule().equals(after.rule());
    }
}
