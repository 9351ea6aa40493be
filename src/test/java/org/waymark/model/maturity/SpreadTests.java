package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2 2 2 2 2, 2, 1.000, 1.000, 0, false, ACCEPT, STRONG",
        "2 2 2 3 3, 2, 0.893, 0.760, 1, true, SPLIT, STRONG",
        "2 2 3 3, 2, 0.889, 0.733, 1, true, SPLIT, STRONG",
        "2 3 3 3 4, 3, 0.822, 0.600, 2, false, RANGE, WORKABLE",
        "2 2 2 2 4, 2, 0.716, 0.360, 2, false, RANGE, WORKABLE",
        "1 2 3 4, 2, 0.444, 0.000, 3, true, SPLIT, WEAK",
        "1 1 4 4, 1, 0.000, 0.000, 3, true, SPLIT, WEAK"
    })
    void saysOfTheVotes(
            String votes,
            int median,
            String agreement,
            String strict,
            int range,
            boolean split,
            Spread.Verdict verdict,
            Spread.Band band) {
        Spread spread = spread(votes);
        assertThat(spread.lowerMedian()).isEqualTo(median);
        assertThat(spread.agreement()).isEqualTo(agreement);
        assertThat(spread.strict()).isEqualTo(strict);
        assertThat(spread.range()).isEqualTo(range);
        assertThat(spread.chasmSplit(Tolerance.USUAL)).isEqualTo(split);
        assertThat(spread.verdict(Tolerance.USUAL)).isEqualTo(verdict);
        assertThat(spread.band()).isEqualTo(band);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 2 2 2 2 2 2 3 3", "3 3 3 3 1", "2 2 2"})
    void lessThanAQuarterBeyondIsNoSplit(String votes) {
        assertThat(spread(votes).chasmSplit(Tolerance.USUAL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 2 2 3", "3 3 3 1", "2 2 3", "2 2 2 2 2 2 3 3"})
    void aQuarterOnEachSideIsASplitWhateverTheAgreement(String votes) {
        assertThat(spread(votes).verdict(Tolerance.USUAL)).isEqualTo(Spread.Verdict.SPLIT);
    }

    @Test
    void aStricterToleranceDiscussesWhatTheUsualOneAccepts() {
        Tolerance strict = new Tolerance(1, new BigDecimal("0.9"), 50);
        assertThat(spread("1 1 1 1 2").verdict(Tolerance.USUAL)).isEqualTo(Spread.Verdict.ACCEPT);
        assertThat(spread("1 1 1 1 2").verdict(strict)).isEqualTo(Spread.Verdict.RANGE);
        assertThat(spread("3 4 4 3 4").verdict(new Tolerance(2, new BigDecimal("0.95"), 25)))
                .isEqualTo(Spread.Verdict.WEAK);
        assertThat(spread("2 2 2 3 3").verdict(strict)).isEqualTo(Spread.Verdict.RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2 3", "1 4"})
    void fewerThanThreeVotesAreNeverShown(String votes) {
        assertThat(spread(votes).showable()).isFalse();
        assertThat(spread(votes).verdict(Tolerance.USUAL)).isEqualTo(Spread.Verdict.TOO_FEW);
    }

    @Property
    void agreementLiesBetweenNothingAndAll(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 4) Integer> votes) {
        assertThat(Spread.of(votes).agreement().doubleValue()).isBetween(0.0, 1.0);
        assertThat(Spread.of(votes).strict())
                .isLessThanOrEqualTo(Spread.of(votes).agreement());
    }

    @Property
    void agreementIsFullOnlyWhenAllSayTheSame(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 4) Integer> votes) {
        Spread spread = Spread.of(votes);
        assertThat(spread.agreement().compareTo(BigDecimal.ONE) == 0).isEqualTo(spread.range() == 0);
    }

    @Property
    void weakAgreementIsAlwaysDiscussed(
            @ForAll @Size(min = 3, max = 50) List<@IntRange(min = 1, max = 4) Integer> votes) {
        Spread spread = Spread.of(votes);
        if (spread.band() == Spread.Band.WEAK) {
            assertThat(spread.verdict(Tolerance.USUAL).discuss()).isTrue();
        }
    }

    @Property
    void theMiddleVoteWasCastAndIsNeverAboveTheUpperMiddle(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 4) Integer> votes) {
        List<Integer> sorted = votes.stream().sorted().toList();
        assertThat(Spread.of(votes).lowerMedian()).isEqualTo(sorted.get((sorted.size() - 1) / 2));
    }

    @Property
    void turningTheScaleRoundChangesNeitherAgreementNorSplit(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 4) Integer> votes) {
        Spread spread = Spread.of(votes);
        Spread turned = Spread.of(votes.stream().map(level -> 5 - level).toList());
        assertThat(turned.agreement()).isEqualTo(spread.agreement());
        assertThat(turned.chasmSplit(Tolerance.USUAL)).isEqualTo(spread.chasmSplit(Tolerance.USUAL));
    }

    static Spread spread(String votes) {
        return Spread.of(Arrays.stream(votes.split(" ")).map(Integer::valueOf).toList());
    }
}
