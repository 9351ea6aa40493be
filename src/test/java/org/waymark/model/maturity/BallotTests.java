package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BallotTests {

    @Test
    void theTextKeepsEveryAnswerEvenTheOnesThatCannotBeJudged() {
        Map<String, Integer> votes = new HashMap<>(Map.of("DIM-2", 3, "DIM-1", 2));
        votes.put("DIM-3", null);
        Ballot ballot = new Ballot(votes, Map.of("2", 3, "10", 4, "5", 3));
        assertThat(ballot.text()).isEqualTo("votes DIM-1=2,DIM-2=3,DIM-3=- wish 10=4,2=3,5=3");
        assertThat(Ballot.parse(ballot.text())).isEqualTo(ballot);
        assertThat(Ballot.parse(Ballot.blank().text())).isEqualTo(Ballot.blank());
    }

    @Test
    void theCommitmentTellsNothingWithoutItsSalt() {
        Ballot ballot = new Ballot(Map.of("DIM-1", 2), Map.of());
        assertThat(Ballots.commitment("a", ballot))
                .hasSize(64)
                .isEqualTo(Ballots.commitment("a", ballot))
                .isNotEqualTo(Ballots.commitment("b", ballot));
    }

    @Test
    void theRevealCountsEverybodyAndOnlyGroupsThatGiveNobodyAway() {
        List<Ballots.Cast> casts = List.of(
                cast("LEADERSHIP", 3),
                cast("LEADERSHIP", 3),
                cast("LEADERSHIP", 4),
                cast("CLOSE_TO_CUSTOMER", 1),
                cast("CLOSE_TO_CUSTOMER", 1),
                cast("CLOSE_TO_CUSTOMER", null),
                cast(null, 2));
        List<Round.Count> counts = Rounds.count(casts);
        assertThat(counts)
                .containsExactlyInAnyOrder(
                        new Round.Count("DIM-1", Round.Count.ALL, 2, 1, 2, 1, 1),
                        new Round.Count("DIM-1", "LEADERSHIP", 0, 0, 2, 1, 0));
    }

    private static Ballots.Cast cast(String group, Integer level) {
        Map<String, Integer> votes = new HashMap<>();
        votes.put("DIM-1", level);
        return new Ballots.Cast(group, null, new Ballot(votes, Map.of()));
    }
}
