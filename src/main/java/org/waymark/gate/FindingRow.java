package org.waymark.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A finding as people read it: what was measured in words, what it would take, and a bar that says how far it is. */
record FindingRow(
        Finding finding,
        String shown,
        @Nullable String takes,
        @Nullable String who,
        @Nullable String waiverBy,
        int share,
        @Nullable Integer mark,
        int pips) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_PIPS = 12;

    static FindingRow of(
            Finding finding, Wording words, String currency, @Nullable String who, @Nullable String waiverBy) {
        return new FindingRow(
                finding,
                words.shown(finding, currency),
                finding.met() ? null : words.takes(finding, currency),
                finding.met() ? null : who,
                waiverBy,
                share(finding),
                mark(finding),
                pips(finding));
    }

    /** One pip for each thing that is still open, where the aim is that none is. */
    private static int pips(Finding finding) {
        BigDecimal measured = finding.measured();
        return finding.met()
                        || measured == null
                        || finding.threshold().signum() != 0
                        || !finding.unit().equals("count")
                ? 0
                : measured.min(BigDecimal.valueOf(MOST_PIPS)).intValue();
    }

    private static int share(Finding finding) {
        BigDecimal measured = finding.measured();
        if (measured == null) {
            return 0;
        }
        if (finding.unit().equals("percent")) {
            return percent(measured, HUNDRED);
        }
        if (finding.met()) {
            return 100;
        }
        return finding.comparison() == Comparison.AT_MOST ? 100 : percent(measured, finding.threshold());
    }

    private static @Nullable Integer mark(Finding finding) {
        BigDecimal measured = finding.measured();
        if (measured == null
                || finding.threshold().signum() == 0
                || finding.unit().equals("yesNo")) {
            return null;
        }
        if (finding.unit().equals("percent")) {
            return percent(finding.threshold(), HUNDRED);
        }
        return finding.met()
                ? null
                : finding.comparison() == Comparison.AT_MOST
                        ? percent(finding.threshold(), measured)
                        : Integer.valueOf(100);
    }

    private static int percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() <= 0 || part.signum() <= 0) {
            return 0;
        }
        return part.multiply(HUNDRED)
                .divide(whole, 0, java.math.RoundingMode.HALF_UP)
                .min(HUNDRED)
                .intValue();
    }

    /** For templates that draw the pips. */
    public List<Integer> eachPip() {
        return IntStream.range(0, pips).boxed().toList();
    }
}
