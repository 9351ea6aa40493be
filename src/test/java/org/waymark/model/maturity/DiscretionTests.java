package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DiscretionTests {

    private static final Spread THREE = SpreadTests.spread("2 2 3");
    private static final Spread FOUR = SpreadTests.spread("1 2 2 3");
    private static final Spread TWO = SpreadTests.spread("4 4");

    @Test
    void groupsOfThreeAndMoreAreShown() {
        assertThat(Discretion.shown(SpreadTests.spread("2 2 3 1 2 2 3"), Map.of("A", THREE, "B", FOUR)))
                .containsOnlyKeys("A", "B");
    }

    @Test
    void twoPeopleAreNeverShownNorFoundBySubtraction() {
        Spread all = SpreadTests.spread("1 2 2 3 4 4");
        assertThat(Discretion.shown(all, Map.of("A", FOUR, "B", TWO))).isEmpty();
    }

    @Test
    void theSmallestGroupHidesWithTheHiddenOnes() {
        Spread all = SpreadTests.spread("2 2 3 1 2 2 3 4 4");
        assertThat(Discretion.shown(all, Map.of("A", THREE, "B", FOUR, "C", TWO)))
                .containsOnlyKeys("B");
    }

    @Test
    void peopleWithoutAGroupAreProtectedToo() {
        assertThat(Discretion.shown(SpreadTests.spread("2 2 3 4"), Map.of("A", THREE)))
                .isEmpty();
        assertThat(Discretion.shown(SpreadTests.spread("2 2 3 4 4 4"), Map.of("A", THREE)))
                .containsOnlyKeys("A");
    }

    @Property
    void whatIsLeftOverIsNobodyOrAtLeastThree(
            @ForAll @Size(max = 5) List<@Size(max = 6) List<@IntRange(min = 1, max = 4) Integer>> votes) {
        Map<String, Spread> groups = new TreeMap<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < votes.size(); i++) {
            groups.put("G" + i, Spread.of(votes.get(i)));
            all.addAll(votes.get(i));
        }
        Map<String, Spread> shown = Discretion.shown(Spread.of(all), groups);
        int rest = all.size() - shown.values().stream().mapToInt(Spread::votes).sum();
        assertThat(shown.values()).allMatch(group -> group.votes() >= 3);
        if (!shown.isEmpty()) {
            assertThat(rest == 0 || rest >= 3).isTrue();
        }
    }
}
