package org.waymark.model.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.model.operatingmodel.Answer.State;

class RoundTests {

    private static final List<ChecklistItem> ITEMS = List.of(
            item("CV-01", "manage", "CAP-25", "FN-SVC", 1),
            item("CV-02", "manage", "CAP-13", "FN-SVC", 2),
            item("CV-03", "manage", "CAP-28", "FN-SVC", 3),
            item("CV-05", "analyse", "CAP-26", "FN-RES", 2));

    @Test
    void standardCountsOneSomeTeamsAHalfOfWhatApplies() {
        Score score = Score.of(List.of(
                answer(State.STANDARD),
                answer(State.SOME_TEAMS),
                answer(State.NOT_STARTED),
                answer(State.NOT_APPLICABLE)));
        assertThat(score.applicable()).isEqualTo(3);
        assertThat(score.percent())
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("50"));
    }

    @Test
    void aCellWhereNothingAppliesHasNoScore() {
        assertThat(Score.of(List.of(answer(State.NOT_APPLICABLE))).percent()).isEmpty();
    }

    @Test
    void anUnansweredStatementIsNotInPlace() {
        assertThat(Score.of(List.of(answer(State.STANDARD), Answer.NONE)).percent())
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("50"));
    }

    @Test
    void statementsBeyondTheAmbitionWaitAndAreNotCounted() {
        Round round = round(2, false, Set.of(), Map.of());
        assertThat(round.counted(item -> true))
                .extracting(ChecklistItem::id)
                .containsExactly("CV-01", "CV-02", "CV-05");
        assertThat(round.waiting(item -> true)).extracting(ChecklistItem::id).containsExactly("CV-03");
        assertThat(round.unanswered()).isEqualTo(3);
    }

    @Test
    void aLiteProgramAnswersOnlyWhatItsFirstWaveTouches() {
        assertThat(round(3, true, Set.of("CAP-13"), Map.of()).counted(item -> true))
                .extracting(ChecklistItem::id)
                .containsExactly("CV-02");
    }

    @Test
    void aLiteProgramWhoseFirstWaveTouchesNothingAnswersEverything() {
        assertThat(round(3, true, Set.of("CAP-99"), Map.of()).counted(item -> true))
                .hasSize(4);
    }

    @Test
    void ownersAreAskedForWhereTheFirstWaveTouches() {
        Map<String, Answer> answers = new HashMap<>();
        answers.put("CV-01", new Answer(State.STANDARD, "service", null, null));
        answers.put("CV-05", new Answer(State.NOT_APPLICABLE, null, null, "no research"));
        Round round = round(3, false, Set.of("CAP-25", "CAP-13", "CAP-26"), answers);
        assertThat(round.firstWaveWithoutOwner(item -> true)).isEqualTo(1);
        assertThat(round.firstWaveWithoutOwner(item -> item.verb().equals("analyse")))
                .isZero();
    }

    @Test
    void aFunctionTakesPartWhereItLeadsOrOneOfItsPeopleOwns() {
        Map<String, Answer> answers = Map.of("CV-05", new Answer(State.STANDARD, "anna", null, null));
        Round round = round(3, false, Set.of(), answers);
        java.util.function.Function<String, Score> heat =
                function -> round.score(round.takesPart(function, Map.of("anna", List.of("FN-ECO"))));
        assertThat(heat.apply("FN-SVC").items()).isEqualTo(3);
        assertThat(heat.apply("FN-RES").standard()).isEqualTo(1);
        assertThat(heat.apply("FN-ECO").items()).isEqualTo(1);
        assertThat(heat.apply("FN-HR").items()).isZero();
    }

    @Test
    void aTaskPassedOnKeepsItsStatements() {
        assertThat(Scope.match(
                        List.of("anna", "ben", "cleo"),
                        List.of(
                                new Scope.Holder("t1", "dora"),
                                new Scope.Holder("t2", "ben"),
                                new Scope.Holder("t3", "ben"))))
                .isEqualTo(Map.of("t2", "ben", "t1", "anna", "t3", "cleo"));
    }

    @Property
    void aScoreIsAShare(@ForAll @Size(max = 12) List<State> states) {
        Score.of(states.stream().map(RoundTests::answer).toList())
                .percent()
                .ifPresent(share -> assertThat(share.intValue()).isBetween(0, 100));
    }

    private static Round round(int ambition, boolean lite, Set<String> wave, Map<String, Answer> answers) {
        return Round.of(1, ITEMS, Scope.of(ITEMS, ambition, lite, wave, ChecklistItem::lead), answers);
    }

    private static Answer answer(State state) {
        return new Answer(state, null, null, null);
    }

    private static ChecklistItem item(String id, String verb, String capability, String lead, int from) {
        return new ChecklistItem(id, "conversation", verb, "Statement " + id, capability, lead, from);
    }
}
