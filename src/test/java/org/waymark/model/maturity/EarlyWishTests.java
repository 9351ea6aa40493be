package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stakeholder.Part;

class EarlyWishTests extends MaturityHouse {

    private static final Map<String, Integer> WISHES = Map.of("2", 2, "5", 3, "10", 4);

    @Test
    void aSmallProgramAsksItsRatersEarlyAndNobodyElse() {
        assertThat(early.of("ATLAS", "anna")).isEmpty();

        depth("LITE");

        assertThat(early.of("ATLAS", "anna")).extracting(Question::id).containsExactly("2", "5", "10");
        assertThat(early.of("ATLAS", "anna").get(0).choices())
                .extracting(Choice::name)
                .containsExactly("Basic", "Functional", "Integrated", "Customer-first");
        assertThat(early.of("ATLAS", "stranger")).isEmpty();
        when(team.holding("ATLAS", Part.RATER)).thenReturn(List.of("ben"));
        assertThat(early.of("ATLAS", "anna")).isEmpty();
        assertThat(early.of("ATLAS", "ben")).hasSize(3);
    }

    @Test
    void whatWasWishedEarlyStandsOnItsOwnersBallotAndOnNobodyElses() {
        early.keep("ATLAS", "anna", WISHES);

        assertThat(vote.begin(task("voteMaturity", "anna"))).isEqualTo(new Ballot(Map.of(), Map.copyOf(WISHES)));
        assertThat(vote.begin(task("voteMaturity", "ben"))).isEqualTo(Ballot.blank());
        assertThat(early.answers("ATLAS", "anna")).isEqualTo(WISHES);
        assertThat(early.answers("ATLAS", "ben")).isEmpty();
    }

    @Test
    void aWishAloneIsNoVoteAndIsCountedNowhere() {
        early.keep("ATLAS", "anna", WISHES);

        assertThat(rounds.current("ATLAS").voted()).isZero();
        process.revealVotes("ATLAS");
        assertThat(rounds.current("ATLAS").counts()).isEmpty();
        assertThat(model.record("ATLAS").toString()).doesNotContain("Middle wish");
    }

    @Test
    void theVoteCastSinceIsTheLastWordUntilTheNextEarlyOne() {
        early.keep("ATLAS", "anna", WISHES);
        vote.submit(task("voteMaturity", "anna"), ballot(1));

        assertThat(vote.begin(task("voteMaturity", "anna"))).isEqualTo(ballot(1));
        assertThat(early.answers("ATLAS", "anna"))
                .containsAllEntriesOf(ballot(1).wish())
                .containsAllEntriesOf(ballot(1).votes());

        early.keep("ATLAS", "anna", WISHES);
        assertThat(vote.begin(task("voteMaturity", "anna")))
                .isEqualTo(new Ballot(ballot(1).votes(), Map.copyOf(WISHES)));
    }
}
