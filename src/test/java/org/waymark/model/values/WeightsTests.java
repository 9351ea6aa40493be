package org.waymark.model.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.waymark.model.values.Weights.Share;

class WeightsTests {

    @Test
    void sumsAndSharesComeHeaviestFirst() {
        List<Share> shares =
                Weights.shares(List.of(Map.of("VAL-05", 40, "VAL-07", 60), Map.of("VAL-05", 40, "VAL-06", 60)));

        assertThat(shares).extracting(Share::id).containsExactly("VAL-05", "VAL-06", "VAL-07");
        assertThat(shares).extracting(Share::points).containsExactly(80, 60, 60);
        assertThat(shares.get(0).percent()).isEqualByComparingTo("40");
    }

    @Test
    void nobodyAnsweredIsNoShareAndNoMistake() {
        assertThat(Weights.shares(List.of())).isEmpty();
        assertThat(Weights.percent(0, 0)).isZero();
    }

    @Property
    void whatIsWrittenReadsBackTheSame(@ForAll("votes") Map<String, Integer> vote) {
        assertThat(Weights.read(Weights.written(vote))).isEqualTo(vote);
    }

    @Property
    void theOrderOfTypingDoesNotChangeWhatIsSealed(@ForAll("votes") Map<String, Integer> vote) {
        Map<String, Integer> backwards = new java.util.TreeMap<>(java.util.Comparator.reverseOrder());
        backwards.putAll(vote);

        assertThat(Weights.written(backwards)).isEqualTo(Weights.written(vote));
    }

    @Property
    void sharesAlwaysAddUpToTheWhole(@ForAll("ballots") List<Map<String, Integer>> votes) {
        List<Share> shares = Weights.shares(votes);
        BigDecimal whole = shares.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(shares).isSortedAccordingTo((a, b) -> b.points() - a.points());
        if (!shares.isEmpty()) {
            assertThat(whole.subtract(BigDecimal.valueOf(100)).abs()).isLessThan(new BigDecimal("0.01"));
        }
    }

    @Provide
    Arbitrary<List<Map<String, Integer>>> ballots() {
        return votes().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Map<String, Integer>> votes() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(1, 24).map(n -> "VAL-%02d".formatted(n)),
                        Arbitraries.integers().between(1, 100))
                .ofMaxSize(8);
    }
}
