package org.waymark.model.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

class RecallTests {

    private static final List<String> AGREED = List.of("A", "B", "C");

    @Test
    void onlyAllThreeAreAMatchAndOrderDoesNotMatter() {
        List<List<String>> picks = List.of(List.of("C", "A", "B"), List.of("A", "B", "D"), List.of("D", "E", "F"));

        assertThat(Recall.matchPercent(picks, AGREED)).isEqualByComparingTo("33.3333");
        assertThat(Recall.overlapPercent(picks, AGREED)).isEqualByComparingTo("55.5556");
    }

    @Test
    void nobodyAskedIsNothingRecalled() {
        assertThat(Recall.matchPercent(List.of(), AGREED)).isZero();
        assertThat(Recall.overlapPercent(List.of(), AGREED)).isZero();
    }

    @Property
    void everybodySeesTheWholeListInAnOrderThatStays(@ForAll @AlphaChars String person) {
        List<String> values =
                IntStream.rangeClosed(1, 24).mapToObj("VAL-%02d"::formatted).toList();
        List<String> shuffled = Recall.shuffled(values, id -> id, "ATLAS|1|" + person);

        assertThat(shuffled).containsExactlyInAnyOrderElementsOf(values);
        assertThat(Recall.shuffled(values, id -> id, "ATLAS|1|" + person)).isEqualTo(shuffled);
    }

    @Test
    void twoPeopleSeeDifferentOrders() {
        List<String> values =
                IntStream.rangeClosed(1, 24).mapToObj("VAL-%02d"::formatted).toList();

        assertThat(Recall.shuffled(values, id -> id, "ATLAS|1|ana"))
                .isNotEqualTo(Recall.shuffled(values, id -> id, "ATLAS|1|ben"))
                .isNotEqualTo(values);
    }
}
