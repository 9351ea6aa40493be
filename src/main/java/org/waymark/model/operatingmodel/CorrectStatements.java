package org.waymark.model.operatingmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.stage.Correctable;
import org.waymark.web.Texts;

/** How far a statement is true, who owns it and what shows it may be put right, for the company too. */
@Component
class CorrectStatements implements Correctable {

    private static final int LONGEST_EVIDENCE = 1000;
    private static final Map<String, String> COLUMNS =
            Map.of("state", "state = ?", "owner", "owner_person = ?", "evidence", "evidence = ?");
    private static final List<Answer.State> STATES =
            List.of(Answer.State.NOT_STARTED, Answer.State.SOME_TEAMS, Answer.State.STANDARD);

    private final Rounds rounds;
    private final HeldAnswers held;
    private final JdbcClient jdbc;
    private final Texts texts;

    CorrectStatements(Rounds rounds, HeldAnswers held, JdbcClient jdbc, Texts texts) {
        this.rounds = rounds;
        this.held = held;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "operating-model";
    }

    @Override
    public List<Field> fields(String program, String element) {
        Map<String, String> states = new LinkedHashMap<>();
        STATES.forEach(state -> states.put(state.name(), texts.of("operatingmodel.state." + state)));
        return answer(program, element)
                .map(answer -> List.of(
                        Field.choice(
                                "state",
                                texts.of("operatingmodel.correct.state"),
                                String.valueOf(answer.state()),
                                states),
                        Field.of(
                                "owner",
                                texts.of("operatingmodel.correct.owner"),
                                Kind.PERSON,
                                Objects.requireNonNullElse(answer.owner(), "")),
                        Field.text(
                                "evidence",
                                texts.of("operatingmodel.correct.evidence"),
                                LONGEST_EVIDENCE,
                                Objects.requireNonNullElse(answer.evidence(), ""))))
                .orElse(List.of());
    }

    @Override
    public Set<String> owners(String program, String element) {
        return answer(program, element).map(Answer::owner).map(Set::of).orElse(Set.of());
    }

    @Override
    public void correct(String program, String element, String field, Object said) {
        int round = rounds.asked(program).number();
        jdbc.sql("update operatingmodel_answer set " + COLUMNS.get(field)
                        + " where program = ? and round = ? and item = ?")
                .params(said, program, round, element)
                .update();
        answer(program, element).ifPresent(answer -> held.correct(program, round, element, answer));
    }

    private Optional<Answer> answer(String program, String element) {
        Round round = rounds.current(program);
        return round
                .counted(
                        item -> round.answer(item).given() && round.answer(item).applies())
                .stream()
                .filter(item -> item.id().equals(element))
                .findFirst()
                .map((ChecklistItem item) -> round.answer(item));
    }
}
