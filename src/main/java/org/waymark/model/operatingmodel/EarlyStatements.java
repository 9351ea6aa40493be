package org.waymark.model.operatingmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.process.HeadStart;
import org.waymark.process.WorkItem;
import org.waymark.program.EarlyAnswers;
import org.waymark.stage.EarlyQuestions;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/**
 * How far each statement of a function is true, asked of its lead before the stage opens; their own task begins with
 * those that count by then and that no other program has settled. Owner, evidence and reason are asked there.
 */
@Component
class EarlyStatements implements EarlyQuestions, HeadStart {

    private static final String STAGE = "operating-model";

    private final EarlyAnswers given;
    private final Rounds rounds;
    private final Catalogue catalogue;
    private final Team team;
    private final Texts texts;

    EarlyStatements(EarlyAnswers given, Rounds rounds, Catalogue catalogue, Team team, Texts texts) {
        this.given = given;
        this.rounds = rounds;
        this.catalogue = catalogue;
        this.team = team;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return STAGE;
    }

    @Override
    public List<Question> all(String program, String person) {
        List<Choice> choices = AnswerItems.choices(texts);
        Map<String, String> leads = team.leads(program);
        return catalogue.checklist().stream()
                .filter(item -> person.equals(leads.get(item.lead())))
                .map(item -> new Question(item.id(), item.statement(), choices, true))
                .toList();
    }

    /** The leads of functions; what nobody leads is asked of the owner of its C when the stage opens. */
    @Override
    public List<String> asked(String program) {
        Map<String, String> leads = team.leads(program);
        return catalogue.checklist().stream()
                .map(ChecklistItem::lead)
                .flatMap(function -> Optional.ofNullable(leads.get(function)).stream())
                .distinct()
                .toList();
    }

    @Override
    public Set<String> answered(String program) {
        return given.given(program, STAGE);
    }

    @Override
    public Map<String, @Nullable Integer> answers(String program, String person) {
        return given.of(program, STAGE, person);
    }

    @Override
    public void keep(String program, String person, Map<String, @Nullable Integer> answers) {
        given.keep(program, STAGE, person, answers);
    }

    @Override
    public boolean knows(String taskKey) {
        return taskKey.equals("answerChecklist");
    }

    /** What this person said early, and nobody else's; a task passed on begins without it. */
    @Override
    public @Nullable JsonNode of(WorkItem task, JsonNode begun) {
        Map<String, @Nullable Integer> early =
                given.of(task.program(), STAGE, Objects.requireNonNullElse(task.assignee(), ""));
        if (early.isEmpty() || !(begun instanceof ObjectNode draft)) {
            return null;
        }
        Round round = rounds.asked(task.program());
        for (ChecklistItem item : round.items()) {
            if (early.containsKey(item.id())
                    && !round.settled(item)
                    && draft.path("answers").path(item.id()) instanceof ObjectNode answer) {
                Integer level = early.get(item.id());
                answer.put("state", (level == null ? Answer.State.CANNOT_JUDGE : Answer.State.values()[level]).name());
            }
        }
        return draft;
    }
}
