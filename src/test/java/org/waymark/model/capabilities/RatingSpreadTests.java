package org.waymark.model.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RatingSpreadTests {

    @Property(tries = 200)
    void aSpreadOfFewerThanThreeIsNeverShownAndASingleAnswerOffersNothing(
            @ForAll @Size(max = 6) List<@IntRange(min = -1, max = 3) Integer> answers) {
        List<Integer> given = answers.stream()
                .map(level -> level < 0 ? null : level)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        Spread spread = Spread.of("CAP-01", given);
        assertThat(spread.showable()).isEqualTo(spread.judged() >= 3);
        if (spread.judged() < 2) {
            assertThat(spread.offered(false)).isNull();
        }
        assertThat(Spread.of("CAP-01", Arrays.asList(2)).offered(true)).isEqualTo(2);
    }

    @Property(tries = 200)
    void theSpreadDoesNotCareWhoRatedFirst(
            @ForAll @Size(max = 9) List<@IntRange(min = 0, max = 3) Integer> levels, @ForAll long seed) {
        List<Integer> shuffled = new ArrayList<>(levels);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Spread.of("CAP-01", shuffled)).isEqualTo(Spread.of("CAP-01", levels));
    }
}
