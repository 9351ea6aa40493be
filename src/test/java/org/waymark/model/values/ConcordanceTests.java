package org.waymark.model.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConcordanceTests {

    @Test
    void tiesAreCorrectedFor() {
        // ranks 1, 2.5, 2.5 and 1, 2, 3: S = 6.5, and 12 x 6.5 / (4 x 24 - 2 x 6) = 78 / 84
        assertThat(Concordance.kendallsW(List.of(Map.of("A", 50, "B", 25, "C", 25), Map.of("A", 50, "B", 30, "C", 20))))
                .contains(new BigDecimal("0.9286"));
    }

    @Test
    void oppositeRankingsCancelOut() {
        assertThat(Concordance.kendallsW(List.of(Map.of("A", 60, "B", 40), Map.of("A", 40, "B", 60))))
                .contains(new BigDecimal("0.0000"));
    }

    @Test
    void everybodyBackingSomethingElseIsNoAgreement() {
        assertThat(Concordance.kendallsW(List.of(Map.of("A", 100), Map.of("B", 100), Map.of("C", 100))))
                .contains(new BigDecimal("0.0000"));
    }

    @Test
    void oneVoteAloneIsNothingToCompare() {
        assertThat(Concordance.kendallsW(List.of(Map.of("A", 100)))).isEmpty();
        assertThat(Concordance.kendallsW(List.of())).isEmpty();
        assertThat(Concordance.topThreeOverlap(List.of(Map.of("A", 100)))).isEmpty();
    }

    @Test
    void theSameTopThreeInAnyOrderOverlapsWholly() {
        assertThat(Concordance.topThreeOverlap(
                        List.of(Map.of("A", 50, "B", 30, "C", 20), Map.of("A", 20, "B", 50, "C", 30))))
                .contains(new BigDecimal("1.0000"));
    }

    @Test
    void sharingThirdPlaceBelongsToTheTopThree() {
        assertThat(Concordance.topThree(Map.of("A", 40, "B", 30, "C", 15, "D", 15)))
                .containsExactly("A", "B", "C", "D");
    }

    @Property
    void concordanceAndOverlapLieBetweenNothingAndWhole(@ForAll("ballots") List<Map<String, Integer>> votes) {
        Concordance.kendallsW(votes).ifPresent(w -> assertThat(w.doubleValue()).isBetween(0.0, 1.0));
        Concordance.topThreeOverlap(votes)
                .ifPresent(o -> assertThat(o.doubleValue()).isBetween(0.0, 1.0));
    }

    @Property
    void whoeverAgreesInEverythingIsInFullConcordance(@ForAll("votes") Map<String, Integer> vote) {
        assertThat(Concordance.kendallsW(List.of(vote, vote, vote)))
                .hasValueSatisfying(w -> assertThat(w).isEqualByComparingTo("1"));
        assertThat(Concordance.topThreeOverlap(List.of(vote, vote)))
                .hasValueSatisfying(o -> assertThat(o).isEqualByComparingTo("1"));
    }

    @Property
    void theOrderOfVotesDoesNotMatter(@ForAll("ballots") List<Map<String, Integer>> votes) {
        List<Map<String, Integer>> backwards = new ArrayList<>(votes);
        Collections.reverse(backwards);

        assertThat(Concordance.kendallsW(backwards)).isEqualTo(Concordance.kendallsW(votes));
        assertThat(Concordance.topThreeOverlap(backwards)).isEqualTo(Concordance.topThreeOverlap(votes));
    }

    /** Without ties W and the mean rank correlation r of all pairs say the same: W = ((m - 1) r + 1) / m. */
    @Property
    void itAgreesWithTheMeanRankCorrelation(@ForAll("rankings") List<List<Integer>> rankings) {
        List<Map<String, Integer>> votes =
                rankings.stream().map(ConcordanceTests::asVote).toList();
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < rankings.size(); a++) {
            for (int b = a + 1; b < rankings.size(); b++) {
                sum += spearman(rankings.get(a), rankings.get(b));
                pairs++;
            }
        }
        int m = rankings.size();
        double expected = ((m - 1) * (sum / pairs) + 1) / m;

        assertThat(Concordance.kendallsW(votes).orElseThrow().doubleValue()).isCloseTo(expected, within(0.0001));
    }

    private static Map<String, Integer> asVote(List<Integer> ranking) {
        Map<String, Integer> vote = new LinkedHashMap<>();
        for (int i = 0; i < ranking.size(); i++) {
            vote.put("V" + i, ranking.get(i));
        }
        return vote;
    }

    private static double spearman(List<Integer> one, List<Integer> two) {
        double n = one.size();
        double squares = 0;
        for (int i = 0; i < one.size(); i++) {
            squares += Math.pow(one.get(i) - two.get(i), 2);
        }
        return 1 - 6 * squares / (n * (n * n - 1));
    }

    @Provide
    Arbitrary<List<List<Integer>>> rankings() {
        return Arbitraries.shuffle(1, 2, 3, 4, 5, 6).list().ofMinSize(2).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Map<String, Integer>>> ballots() {
        return votes().list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<Map<String, Integer>> votes() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(1, 24).map(n -> "VAL-%02d".formatted(n)),
                        Arbitraries.integers().between(1, 100))
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
