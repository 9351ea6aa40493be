package org.waymark.model.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NeedTests {

    @Test
    void needIsTheServedWeightAgainstTheLargestTimesThree() {
        Map<String, BigDecimal> carried = Need.carried(
                Map.of(
                        "CAP-04",
                        List.of("V05", "V06", "V07"),
                        "CAP-16",
                        List.of("V13"),
                        "CAP-20",
                        List.of("V07", "V99")),
                Map.of("V05", weight(40), "V06", weight(20), "V07", weight(30), "V13", weight(10)));

        assertThat(carried).containsEntry("CAP-04", weight(90)).containsEntry("CAP-20", weight(30));
        // 90/90 x 3 = 3, 30/90 x 3 = 1, 10/90 x 3 = 0.33
        assertThat(Need.levels(carried))
                .containsEntry("CAP-04", 3)
                .containsEntry("CAP-20", 1)
                .containsEntry("CAP-16", 0);
    }

    @Test
    void halvesRoundUp() {
        assertThat(Need.levels(Map.of("A", weight(60), "B", weight(30), "C", weight(10))))
                .containsEntry("B", 2)
                .containsEntry("C", 1);
    }

    @Test
    void withoutAnyPointsEveryAgreedValueCountsTheSame() {
        Map<String, BigDecimal> carried = Need.carried(
                Map.of("A", List.of("V1", "V2"), "B", List.of("V1")), Map.of("V1", weight(0), "V2", weight(0)));

        assertThat(Need.levels(carried)).containsEntry("A", 3).containsEntry("B", 2);
    }

    @Property
    void somethingIsAlwaysNeededMostAndNothingBeyondTheScale(@ForAll("serving") Map<String, Set<String>> serves) {
        Map<String, Integer> levels =
                Need.levels(Need.carried(serves, Map.of("V1", weight(50), "V2", weight(30), "V3", weight(20))));

        assertThat(levels.values()).allMatch(level -> level >= 0 && level <= 3);
        if (!serves.isEmpty()) {
            assertThat(levels).containsValue(3);
        }
    }

    @Property
    void servingMoreNeverNeedsLess(@ForAll("serving") Map<String, Set<String>> serves) {
        Map<String, Integer> levels =
                Need.levels(Need.carried(serves, Map.of("V1", weight(50), "V2", weight(30), "V3", weight(20))));

        serves.forEach((more, all) -> serves.forEach((less, some) -> {
            if (all.containsAll(some)) {
                assertThat(levels.get(more)).isGreaterThanOrEqualTo(levels.get(less));
            }
        }));
    }

    @Provide
    Arbitrary<Map<String, Set<String>>> serving() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(1, 36).map(n -> "CAP-%02d".formatted(n)),
                        Arbitraries.of("V1", "V2", "V3").set().ofMinSize(1))
                .ofMaxSize(12);
    }

    private static BigDecimal weight(int percent) {
        return BigDecimal.valueOf(percent);
    }
}
