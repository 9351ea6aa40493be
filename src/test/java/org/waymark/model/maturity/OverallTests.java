package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.waymark.model.maturity.Overall.Condition;

class OverallTests {

    private static final List<Integer> SIX_AT_THREE = List.of(3, 3, 3, 3, 3, 3, 2, 2);

    @Test
    void sixOfEightCarryALevelWhenNoneIsFurtherBelow() {
        assertThat(Overall.of(SIX_AT_THREE, crossed()).level()).isEqualTo(3);
        assertThat(Overall.of(List.of(3, 3, 3, 3, 3, 2, 2, 2), crossed()).level())
                .isEqualTo(2);
        assertThat(Overall.of(List.of(3, 3, 3, 3, 3, 3, 2, 1), crossed()).level())
                .isEqualTo(2);
        assertThat(Overall.of(List.of(4, 4, 4, 4, 4, 4, 3, 3), crossed()).level())
                .isEqualTo(4);
        assertThat(Overall.of(List.of(4, 4, 4, 4, 4, 4, 3, 2), crossed()).level())
                .isEqualTo(3);
        assertThat(Overall.of(List.of(1, 1, 1, 2, 2, 4, 4, 4), crossed()).level())
                .isEqualTo(1);
    }

    @Test
    void nobodyStandsBeyondTheChasmWhileAConditionIsOpenAndTheOpenOneIsNamed() {
        Map<String, Condition> chasm = crossed();
        chasm.put("CH-2", Condition.IN_PROGRESS);
        chasm.remove("CH-4");
        Overall overall = Overall.of(SIX_AT_THREE, chasm);
        assertThat(overall.level()).isEqualTo(2);
        assertThat(overall.heldBackBy()).containsExactly("CH-2", "CH-4");
    }

    @Test
    void theTwoProposedConditionsAreAdviceOnly() {
        assertThat(Overall.of(SIX_AT_THREE, crossed()).heldBackBy()).isEmpty();
    }

    @Test
    void beforeTheChasmNoConditionIsAskedFor() {
        assertThat(Overall.of(List.of(2, 2, 2, 2, 2, 2, 2, 2), Map.of())).isEqualTo(new Overall(2, List.of()));
    }

    @Property
    void raisingADimensionNeverLowersTheWhole(
            @ForAll @Size(8) List<@IntRange(min = 1, max = 4) Integer> levels, @ForAll @IntRange(max = 7) int which) {
        List<Integer> raised = new java.util.ArrayList<>(levels);
        raised.set(which, Math.min(4, raised.get(which) + 1));
        assertThat(Overall.of(raised, crossed()).level())
                .isGreaterThanOrEqualTo(Overall.of(levels, crossed()).level());
    }

    private static Map<String, Condition> crossed() {
        Map<String, Condition> states = new HashMap<>();
        Overall.CROSSING.forEach(id -> states.put(id, Condition.IN_PLACE));
        return states;
    }
}
