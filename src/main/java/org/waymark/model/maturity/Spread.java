package org.waymark.model.maturity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/** How the votes on one question fall over the four levels, and whether that calls for a talk. */
record Spread(int ones, int twos, int threes, int fours) {

    static final Spread NONE = new Spread(0, 0, 0, 0);
    /** Fewer votes than this and a reader could tell who gave them. */
    static final int SMALLEST = 3;

    private static final BigDecimal LARGEST_VARIANCE = new BigDecimal("2.25");
    private static final BigDecimal RANDOM_VARIANCE = new BigDecimal("1.25");
    private static final BigDecimal STRONG = new BigDecimal("0.85");
    private static final BigDecimal WORKABLE = new BigDecimal("0.65");

    enum Band {
        STRONG,
        WORKABLE,
        WEAK
    }

    enum Verdict {
        SPLIT,
        RANGE,
        WEAK,
        ACCEPT,
        TOO_FEW;

        boolean discuss() {
            return this == SPLIT || this == RANGE || this == WEAK;
        }
    }

    static Spread of(Collection<Integer> levels) {
        int[] count = new int[5];
        levels.forEach(level -> count[level]++);
        return new Spread(count[1], count[2], count[3], count[4]);
    }

    public List<Integer> counts() {
        return List.of(ones, twos, threes, fours);
    }

    int votes() {
        return ones + twos + threes + fours;
    }

    public boolean showable() {
        return votes() >= SMALLEST;
    }

    /** One number from 0 (half say 1, half say 4) to 1 (all say the same). */
    public BigDecimal agreement() {
        int n = votes();
        return BigDecimal.ONE
                .subtract(squares().divide(LARGEST_VARIANCE.multiply(whole(n * n)), 9, RoundingMode.HALF_UP))
                .setScale(3, RoundingMode.HALF_UP);
    }

    /** The harsher sister: 0 when the votes differ as much as dice would. */
    public BigDecimal strict() {
        int n = votes();
        if (n == 1) {
            return BigDecimal.ONE.setScale(3);
        }
        return BigDecimal.ONE
                .subtract(squares().divide(RANDOM_VARIANCE.multiply(whole(n * (n - 1))), 9, RoundingMode.HALF_UP))
                .max(BigDecimal.ZERO)
                .setScale(3, RoundingMode.HALF_UP);
    }

    Band band() {
        BigDecimal agreement = agreement();
        if (agreement.compareTo(STRONG) >= 0) {
            return Band.STRONG;
        }
        return agreement.compareTo(WORKABLE) >= 0 ? Band.WORKABLE : Band.WEAK;
    }

    public int range() {
        return highest() - lowest();
    }

    /** At least this percentage of the votes (a quarter, unless settled otherwise) on each side of the chasm. */
    boolean chasmSplit(Tolerance tolerance) {
        int fewer = Math.min(ones + twos, threes + fours);
        return fewer > 0 && 100 * fewer >= tolerance.percent() * votes();
    }

    /** The middle vote; between two levels the lower one, because people tend to think they are further along. */
    int lowerMedian() {
        int middle = (votes() + 1) / 2;
        int seen = 0;
        for (int level = 1; level <= 4; level++) {
            seen += counts().get(level - 1);
            if (seen >= middle && seen > 0) {
                return level;
            }
        }
        throw new IllegalStateException("no votes, no median");
    }

    /** Accept or discuss, by what was settled before anybody voted; a split is discussed whatever the agreement. */
    Verdict verdict(Tolerance tolerance) {
        if (!showable()) {
            return Verdict.TOO_FEW;
        }
        if (chasmSplit(tolerance)) {
            return Verdict.SPLIT;
        }
        if (range() >= tolerance.range()) {
            return Verdict.RANGE;
        }
        return agreement().compareTo(tolerance.agreement()) < 0 ? Verdict.WEAK : Verdict.ACCEPT;
    }

    private int highest() {
        return fours > 0 ? 4 : threes > 0 ? 3 : twos > 0 ? 2 : 1;
    }

    private int lowest() {
        return ones > 0 ? 1 : twos > 0 ? 2 : threes > 0 ? 3 : 4;
    }

    /** votes x votes x variance, in whole numbers so that nothing is rounded on the way. */
    private BigDecimal squares() {
        int sum = ones + 2 * twos + 3 * threes + 4 * fours;
        int ofSquares = ones + 4 * twos + 9 * threes + 16 * fours;
        return whole(votes() * ofSquares - sum * sum);
    }

    private static BigDecimal whole(int number) {
        return BigDecimal.valueOf(number);
    }
}
