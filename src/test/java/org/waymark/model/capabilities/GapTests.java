package org.waymark.model.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GapTests {

    @Test
    void ofEqualGapsTheOneThatCarriesMoreComesFirst() {
        List<Gap> gaps = new ArrayList<>(List.of(
                gap("A", "people", "love", 2, 1, 10),
                gap("B", "people", "love", 3, 0, 5),
                gap("C", "people", "love", 2, 1, 20)));

        assertThat(Gap.topTen(gaps)).extracting(Gap::id).containsExactly("B", "C", "A");
    }

    @Test
    void aToolWithNobodyToUseItIsNamed() {
        Gap tool = gap("T", "technology", "listen", 3, 2, 1);

        assertThat(Gap.toolsWithoutTeam(List.of(tool))).containsExactly("T");
        assertThat(Gap.toolsWithoutTeam(List.of(tool, gap("P", "process", "listen", 3, 0, 1))))
                .containsExactly("T");
        assertThat(Gap.toolsWithoutTeam(List.of(tool, gap("P", "people", "love", 3, 3, 1))))
                .containsExactly("T");
        assertThat(Gap.toolsWithoutTeam(List.of(tool, gap("P", "process", "listen", 3, 1, 1))))
                .isEmpty();
    }

    @Test
    void aToolNobodyWantsAndNobodyHasIsNoWarning() {
        assertThat(Gap.toolsWithoutTeam(List.of(gap("T", "technology", "listen", 0, 0, 1))))
                .isEmpty();
    }

    @Test
    void whatIsUnknownIsNoGapYet() {
        assertThat(new Gap("A", "people", "love", 3, null, BigDecimal.ONE).size())
                .isZero();
        assertThat(new Gap("A", "people", "love", null, 1, BigDecimal.ONE).known())
                .isFalse();
    }

    @Property
    void theTopTenAreTheTenLargestAndNeverASurplus(@ForAll("gaps") List<Gap> gaps) {
        List<Gap> top = Gap.topTen(gaps);
        int smallest = top.stream().mapToInt(Gap::size).min().orElse(0);

        assertThat(top).hasSizeLessThanOrEqualTo(10).allMatch(gap -> gap.size() > 0);
        if (top.size() == 10) {
            assertThat(gaps.stream().filter(gap -> !top.contains(gap))).allMatch(gap -> gap.size() <= smallest);
        } else {
            assertThat(gaps.stream().filter(gap -> gap.size() > 0)).hasSameSizeAs(top);
        }
    }

    @Test
    void anEvenSplitTakesTheLowerAnswerAndCannotJudgeIsNoAnswer() {
        Spread spread = Spread.of("A", Arrays.asList(3, 1, null, 2, 1));

        assertThat(spread.lowerMedian()).isEqualTo(1);
        assertThat(spread.mean()).isEqualByComparingTo("1.75");
        assertThat(spread.lowest()).isEqualTo(1);
        assertThat(spread.highest()).isEqualTo(3);
        assertThat(spread.judged()).isEqualTo(4);
        assertThat(spread.unable()).isEqualTo(1);
        assertThat(Spread.of("A", Arrays.asList(null, null)).lowerMedian()).isNull();
    }

    @Property
    void theLowerMiddleIsAnAnswerSomebodyGaveAndHalfAreNotBelowIt(@ForAll("levels") List<Integer> levels) {
        Spread spread = Spread.of("A", levels);
        int middle = spread.lowerMedian();

        assertThat(levels).contains(middle);
        assertThat(levels.stream().filter(level -> level <= middle).count() * 2).isGreaterThanOrEqualTo(levels.size());
        assertThat(levels.stream().filter(level -> level < middle).count() * 2).isLessThan(levels.size() + 1L);
    }

    @Provide
    Arbitrary<List<Integer>> levels() {
        return Arbitraries.integers().between(0, 3).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Gap>> gaps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 100))
                .as((need, have, carried) -> gap("X", "people", "love", need, have, carried))
                .list()
                .ofMaxSize(36)
                .map(gaps -> {
                    List<Gap> named = new ArrayList<>();
                    gaps.forEach(g -> named.add(new Gap(
                            "CAP-%02d".formatted(named.size()),
                            g.type(),
                            g.motion(),
                            g.need(),
                            g.have(),
                            g.carried())));
                    return named;
                });
    }

    private static Gap gap(String id, String type, String motion, int need, int have, int carried) {
        return new Gap(id, type, motion, need, have, BigDecimal.valueOf(carried));
    }
}
