package org.waymark.model.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CapacityTests {

    @Test
    void twentyFiveThousandMessagesAWeekNeedTwentyThreePeopleNotTwo() {
        Capacity check = capacity(25_000, 40, 100, 0, 4, 30, 2);
        assertThat(check.agentsNeeded()).contains(23);
        assertThat(check.agentsMissing()).contains(21);
    }

    @Test
    void anExactFitIsNotRoundedUp() {
        assertThat(capacity(450, 100, 100, 0, 4, 30, 1).agentsNeeded()).contains(1);
        assertThat(capacity(451, 100, 100, 0, 4, 30, 1).agentsNeeded()).contains(2);
    }

    @Test
    void fullAutomationNeedsNobodyAndEnoughPeopleMissNobody() {
        assertThat(capacity(25_000, 40, 100, 100, 4, 30, 2).agentsNeeded()).contains(0);
        assertThat(capacity(450, 100, 100, 0, 4, 30, 9).agentsMissing()).contains(0);
    }

    @Test
    void withoutEveryNumberThereIsNoAnswer() {
        assertThat(Capacity.NONE.agentsNeeded()).isEmpty();
        assertThat(Capacity.NONE.complete()).isFalse();
        assertThat(capacity(1, 1, 1, 1, 1, 0, 1).agentsNeeded()).isEmpty();
    }

    @Test
    void aShareMeansTheSameHoweverItIsTyped() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (String typed : List.of("0.40", "\"0.4\"", "\"40 %\"", "\"40\"", "40")) {
            assertThat(json.readValue("{\"relevantShare\":" + typed + "}", Capacity.class)
                            .relevantShare())
                    .isEqualByComparingTo("0.4");
        }
        assertThat(json.readValue("{\"coverage\":1}", Capacity.class).coverage())
                .isEqualByComparingTo("1");
        assertThatThrownBy(() -> json.readValue("{\"coverage\":\"most\"}", Capacity.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Property
    void moreAutomationNeverNeedsMorePeople(
            @ForAll @IntRange(max = 1_000_000) int volume,
            @ForAll @IntRange(max = 99) int automated,
            @ForAll @IntRange(min = 1, max = 60) int hours) {
        int before =
                capacity(volume, 50, 80, automated, 5, hours, 0).agentsNeeded().orElseThrow();
        int after = capacity(volume, 50, 80, automated + 1, 5, hours, 0)
                .agentsNeeded()
                .orElseThrow();
        assertThat(after).isLessThanOrEqualTo(before);
    }

    @Property
    void thePeopleNeededHaveTheTimeAndOneFewerWouldNot(
            @ForAll @IntRange(min = 1, max = 1_000_000) int volume,
            @ForAll @IntRange(min = 1, max = 30) int minutes,
            @ForAll @IntRange(min = 1, max = 60) int hours) {
        int needed =
                capacity(volume, 100, 100, 0, minutes, hours, 0).agentsNeeded().orElseThrow();
        long work = (long) volume * minutes;
        assertThat(work).isLessThanOrEqualTo(needed * 60L * hours);
        assertThat(work).isGreaterThan((needed - 1) * 60L * hours);
    }

    private static Capacity capacity(
            int volume, int relevant, int coverage, int auto, int minutes, int hours, int today) {
        return new Capacity(
                BigDecimal.valueOf(volume),
                BigDecimal.valueOf(relevant, 2),
                BigDecimal.valueOf(coverage, 2),
                BigDecimal.valueOf(auto, 2),
                BigDecimal.valueOf(minutes),
                BigDecimal.valueOf(hours),
                BigDecimal.valueOf(today));
    }
}
