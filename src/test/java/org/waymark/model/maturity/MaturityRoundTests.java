package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.model.Rendered;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

class MaturityRoundTests extends MaturityHouse {

    @Test
    void withoutAnybodyToAskTheStageDoesNotOpen() {
        assertThatThrownBy(() -> model.open("BORA", 1))
                .isInstanceOf(Refusal.class)
                .hasMessage("maturity.noRaters");
    }

    @Test
    void namedRatersVoteInsteadOfAllStakeholders() {
        when(team.holding("ATLAS", Part.RATER)).thenReturn(List.of("ben", "ben", "cleo"));
        assertThat(process.raters("ATLAS")).containsExactly("ben", "cleo");
    }

    @Test
    void beforeTheRevealNothingButCountsComesOut() {
        votes(2, 2, 2, 3);
        assertThat(fact("votedPercent")).isEqualByComparingTo("80");
        assertThat(fact("meanAgreement")).isZero();
        assertThat(fact("chasmSplitsUnrecorded")).isZero();
        assertThat(model.measures("ATLAS")).isEmpty();
        assertThat(model.record("ATLAS").sections()).isEmpty();
        assertThat(model.record("ATLAS").headline()).isEqualTo("4 of 5 have voted; nothing is agreed yet");
    }

    @Test
    void theRevealShowsTheSplitThatAgreementHides() {
        votes(2, 2, 2, 3, 3);
        process.revealVotes("ATLAS");
        assertThat(fact("meanAgreement")).isEqualByComparingTo("0.893");
        assertThat(fact("chasmSplitsUnrecorded")).isEqualByComparingTo("8");
        assertThat(model.measures("ATLAS")).containsEntry("chasmSplits", "8");
        assertThat(agree.begin(task("agreeMaturity", "manager")).level("DIM-1").level())
                .isEqualTo(2);
    }

    @Test
    void onceRevealedVotesStayAsTheyWere() {
        votes(2, 2, 2, 3);
        process.revealVotes("ATLAS");
        assertThatThrownBy(() -> vote.submit(task("voteMaturity", "emil"), ballot(4)))
                .isInstanceOf(Refusal.class)
                .hasMessage("maturity.alreadyRevealed");
        jdbc.sql("delete from maturity_ballot where person = 'anna'").update();
        process.revealVotes("ATLAS");
        assertThat(fact("meanAgreement")).isEqualByComparingTo("0.917");
    }

    @Test
    void aBallotIsCompleteWhenEverythingIsAnsweredOrCannotBeJudged() {
        WorkItem task = task("voteMaturity", "anna");
        Map<String, Integer> votes = new HashMap<>(ballot(2).votes());
        votes.put("DIM-3", null);
        assertThat(vote.missing(task, new Ballot(votes, ballot(2).wish()))).isEmpty();
        votes.remove("DIM-4");
        assertThat(vote.missing(task, new Ballot(votes, Map.of("2", 3, "5", 3))))
                .extracting(Missing::field)
                .containsExactly("votes[DIM-4]", "wish[10]");
    }

    @Test
    void whatCanNeverBeAVoteIsRefused() {
        WorkItem task = task("voteMaturity", "anna");
        assertRefused(() -> vote.check(task, new Ballot(Map.of("DIM-1", 7), Map.of())), "votes[DIM-1]");
        assertRefused(() -> vote.check(task, new Ballot(Map.of("DIM-99", 2), Map.of())), "votes[DIM-99]");
        assertRefused(() -> vote.check(task, new Ballot(Map.of(), Map.of("3", 2))), "wish[3]");
    }

    @Test
    void anotherLevelThanTheMiddleVoteNeedsAReason() {
        votes(2, 2, 3, 3);
        process.revealVotes("ATLAS");
        WorkItem task = task("agreeMaturity", "manager");
        Agreement draft = agreed(task, 2, "A promise to everyone");
        assertThat(agree.missing(task, draft)).isEmpty();
        draft.levels().put("DIM-1", new Agreement.Level(3, null, null));
        assertThat(agree.missing(task, draft)).extracting(Missing::field).containsExactly("levels[DIM-1].reason");
        draft.levels().put("DIM-1", new Agreement.Level(3, "Two functions have signed it", "Ben sees level 2"));
        assertThat(agree.missing(task, draft)).isEmpty();
        agree.submit(task, draft);
        assertThat(fact("chasmSplitsUnrecorded")).isEqualByComparingTo("7");
        assertThat(fact("dimensionsWithoutLevel")).isZero();
    }

    @Test
    void anAmbitionBelowTodayIsAnOrdinaryAnswer() {
        votes(3, 3, 3, 3);
        process.revealVotes("ATLAS");
        WorkItem task = task("agreeMaturity", "manager");
        assertThat(agree.missing(task, agreed(task, 1, "Do less, and do it well")))
                .isEmpty();
    }

    @Test
    void anAmbitionBeyondTheChasmAsksForAllSixConditions() {
        votes(3, 3, 3, 3);
        process.revealVotes("ATLAS");
        WorkItem task = task("agreeMaturity", "manager");
        Agreement draft = agreed(task, 3, "Everybody answers");
        assertThat(agree.missing(task, draft)).hasSize(6);
        for (int i = 1; i <= 6; i++) {
            draft.chasm().put("CH-" + i, new Agreement.Crossing(Overall.Condition.IN_PLACE, "Signed on Monday"));
        }
        draft.chasm().put("CH-2", new Agreement.Crossing(Overall.Condition.IN_PROGRESS, null));
        assertThat(agree.missing(task, draft)).isEmpty();
        agree.submit(task, draft);
        assertThat(fact("overallLevel")).isEqualByComparingTo("2");
        assertThat(fact("ambitionStated")).isEqualByComparingTo("1");
        assertThat(fact("chasmConditionsUnanswered")).isZero();
        assertThat(model.record("ATLAS").sections().get(0).note())
                .isEqualTo("Level 3 is held back by: Executive sponsorship");
        assertThat(Rendered.work(agree.view(task, draft), draft, "maturity-agree-held"))
                .contains("Level 3 is held back by: Executive sponsorship");
    }

    @Test
    void theNextRoundStartsFromTheLastAnswers() {
        votes(2, 2, 2, 3, 3);
        process.revealVotes("ATLAS");
        WorkItem task = task("agreeMaturity", "manager");
        Agreement draft = agreed(task, 2, "A promise to everyone");
        draft.levels().put("DIM-1", new Agreement.Level(3, "Signed by three functions", null));
        agree.submit(task, draft);
        model.open("ATLAS", 2);
        assertThat(vote.begin(task("voteMaturity", "anna"))).isEqualTo(ballot(2));
        assertThat(fact("dimensionsWithoutLevel")).isEqualByComparingTo("8");
        votes(2, 2, 2, 3, 3);
        process.revealVotes("ATLAS");
        Agreement next = agree.begin(task);
        assertThat(next.level("DIM-1")).isEqualTo(draft.level("DIM-1"));
        assertThat(next.sentence()).isEqualTo("A promise to everyone");
    }

    @Test
    void fewerThanThreeVotesAreNotDrawn() {
        votes(2, 3);
        process.revealVotes("ATLAS");
        WorkItem task = task("agreeMaturity", "manager");
        Agreement draft = agree.begin(task);
        assertThat(Rendered.work(agree.view(task, draft), draft, "maturity-agree-few"))
                .contains("Too few to show")
                .doesNotContain("class=\"vote\"");
        assertThat(model.record("ATLAS").sections().get(0).rows().get(0).get(1).number())
                .isNull();
    }

    @Test
    void theBallotAndTheRevealAreDrawn() {
        WorkItem task = task("voteMaturity", "anna");
        Map<String, Integer> four = new LinkedHashMap<>();
        four.put("DIM-1", 2);
        four.put("DIM-2", 1);
        four.put("DIM-3", null);
        four.put("DIM-4", 3);
        Ballot started = new Ballot(four, Map.of());
        assertThat(Rendered.work(vote.view(task, started), started, "maturity-vote"))
                .contains("4 of 8 described", "name=\"votes[DIM-8]\"", "name=\"wish[10]\"", "Customer-first");
        int[][] seen = {
            {2, 2, 2, 3, 3},
            {2, 2, 3, 3, 3},
            {2, 2, 2, 1, 2},
            {1, 1, 1, 2, 1},
            {1, 2, 2, 4, 2},
            {2, 2, 2, 1, 2},
            {2, 2, 1, 2, 2},
            {1, 1, 2, 1, 1}
        };
        for (int rater = 0; rater < RATERS.size(); rater++) {
            Map<String, Integer> votes = new LinkedHashMap<>();
            for (int dimension = 0; dimension < 8; dimension++) {
                votes.put("DIM-" + (dimension + 1), seen[dimension][rater]);
            }
            vote.submit(task("voteMaturity", RATERS.get(rater)), new Ballot(votes, Map.of("2", 3, "5", 3, "10", 4)));
        }
        process.revealVotes("ATLAS");
        WorkItem agreeing = task("agreeMaturity", "manager");
        Agreement draft = agree.begin(agreeing);
        draft.levels().put("DIM-1", new Agreement.Level(2, null, "<script>alert(1)</script> ${7*7}"));
        assertThat(Rendered.work(agree.view(agreeing, draft), draft, "maturity-agree"))
                .contains("5 votes, revealed together", "3 dimensions to discuss, 5 accepted")
                .contains("split across the chasm", "range 3", "&lt;script&gt;", "${7*7}")
                .doesNotContain("<script>", "anna");
    }
}
