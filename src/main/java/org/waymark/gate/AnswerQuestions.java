package org.waymark.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.promise.Inputs;
import org.waymark.web.Refusal;

/** The task of somebody whom the sponsor asked something. */
@Component
class AnswerQuestions implements TaskWork<Answers> {

    private final Sittings sittings;
    private final Questions questions;
    private final Ballots ballots;

    AnswerQuestions(Sittings sittings, Questions questions, Ballots ballots) {
        this.sittings = sittings;
        this.questions = questions;
        this.ballots = ballots;
    }

    @Override
    public String key() {
        return "answerQuestions";
    }

    @Override
    public Class<Answers> type() {
        return Answers.class;
    }

    private List<Questions.Question> mine(WorkItem task) {
        String person = task.assignee();
        return person == null
                ? List.of()
                : questions.to(sittings.ofInstance(task.instance()).id(), person);
    }

    @Override
    public Answers begin(WorkItem task) {
        return new Answers(mine(task).stream()
                .map(question -> new Answers.Answer(question.id(), null, null))
                .toList());
    }

    @Override
    public void check(WorkItem task, Answers draft) {
        List<Long> known = mine(task).stream().map(Questions.Question::id).toList();
        for (int i = 0; i < draft.answers().size(); i++) {
            Answers.Answer answer = draft.answers().get(i);
            if (answer.question() != null && !known.contains(answer.question())) {
                throw Refusal.bad("gate.question.unknown").at("answers[" + i + "].question");
            }
            Inputs.text(answer.text(), 4000, "answers[" + i + "].text");
            Inputs.text(answer.evidence(), 1000, "answers[" + i + "].evidence");
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, Answers draft) {
        List<Missing> missing = new ArrayList<>();
        List<Questions.Question> mine = mine(task);
        for (int i = 0; i < mine.size(); i++) {
            boolean said = draft.to(mine.get(i).id())
                    .filter(answer -> Inputs.said(answer.text()))
                    .isPresent();
            if (!said) {
                missing.add(new Missing("answers[" + i + "].text", "gate.answer.text"));
            }
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Answers draft) {
        mine(task)
                .forEach(question -> draft.to(question.id())
                        .ifPresent(answer -> questions.answer(
                                question.id(), String.valueOf(answer.text()), answer.evidence(), sittings.now())));
    }

    @Override
    public View view(WorkItem task, Answers draft) {
        Sitting sitting = sittings.ofInstance(task.instance());
        return new View(
                "gate/answer",
                Map.of("questions", mine(task), "asker", ballots.names(sitting), "sitting", sitting),
                "gate.answerQuestions.button",
                task.program());
    }
}
