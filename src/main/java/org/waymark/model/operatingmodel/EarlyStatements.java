package org.waymark.model.operatingmodel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.process.WorkItem;
import org.waymark.program.EarlyAnswers;
import org.waymark.program.SealedQuestions;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/**
 * How far each statement of a function is true, asked of its lead before the stage opens; their own task begins with
 * those that count by then and that no other program has settled. Owner, evidence and reason are asked there.
 */
@Component
class EarlyStatements extends SealedQuestions {

    private final Rounds rounds;
    private final Catalogue catalogue;
    private final Team team;
    private final Texts texts;

    EarlyStatements(EarlyAnswers given, Rounds rounds, Catalogue catalogue, Team team, Texts texts) {
        super(given, "operating-model", "answerChecklist");
        this.rounds = rounds;
        this.catalogue = catalogue;
        this.team = team;
        this.texts = texts;
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
    protected void onto(WorkItem task, ObjectNode draft, Map<String, @Nullable Integer> early) {
        Round round = rounds.asked(task.program());
        for (ChecklistItem item : round.items()) {
            if (early.containsKey(item.id())
                    && !round.settled(item)
                    && draft.path("answers").path(item.id()) instanceof ObjectNode answer) {
                Integer level = early.get(item.id());
                say(answer, level == null ? Answer.State.CANNOT_JUDGE : Answer.State.values()[level]);
            }
        }
    }

    /** Why a statement did not apply before says nothing about another answer. */
    private static void say(ObjectNode answer, Answer.State state) {
        if (!answer.path("state").asText().equals(state.name())) {
            answer.put("state", state.name());
            answer.remove("reason");
        }
    }
}
