package org.waymark.model.operatingmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.company.Standing;
import org.waymark.process.FileShape;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.web.Texts;

/** Answering checklist items: a function's lead answers what the function leads, the owner of a C agrees its twelve. */
class AnswerItems implements TaskWork<Answers> {

    /** What whoever settles a statement may say. */
    static final Answer.State[] SETTLING = {
        Answer.State.NOT_STARTED, Answer.State.SOME_TEAMS, Answer.State.STANDARD, Answer.State.NOT_APPLICABLE
    };

    /** The same as somebody is asked ahead of time, or a room in a pilot. */
    static List<Choice> choices(Texts texts) {
        return Stream.of(SETTLING)
                .map(one -> new Choice(one.ordinal(), texts.of("operatingmodel.state." + one), ""))
                .toList();
    }

    private final String key;
    private final @Nullable String c;
    private final Rounds rounds;
    private final Checklists checklists;
    private final Statements statements;

    AnswerItems(String key, @Nullable String c, Rounds rounds, Checklists checklists, Statements statements) {
        this.key = key;
        this.c = c;
        this.rounds = rounds;
        this.checklists = checklists;
        this.statements = statements;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Class<Answers> type() {
        return Answers.class;
    }

    @Override
    public boolean carriesDraft(WorkItem task) {
        return c != null;
    }

    /** What this program or the company knows of each item; whoever is asked owns it unless they say other. */
    @Override
    public Answers begin(WorkItem task) {
        Round round = rounds.asked(task.program());
        Map<String, Answer> known = new LinkedHashMap<>();
        rounds.standings(task.program())
                .forEach((item, standing) -> known.put(item, HeldAnswers.answer(standing.truth())));
        known.putAll(checklists.known(task.program(), round.number()));
        Map<String, @Nullable Answer> answers = new LinkedHashMap<>();
        for (ChecklistItem item : items(task, round)) {
            answers.put(item.id(), known.getOrDefault(item.id(), new Answer(null, task.assignee(), null, null)));
        }
        return new Answers(answers);
    }

    @Override
    public FileShape fromFile() {
        return FileShape.of(
                "answers",
                "item",
                false,
                FileShape.code("state"),
                FileShape.person("owner"),
                FileShape.text("evidence"),
                FileShape.text("reason"));
    }

    @Override
    public void check(WorkItem task, Answers draft) {
        statements.check(task.program(), draft.answers(), items(task, rounds.asked(task.program())));
    }

    @Override
    public List<Missing> missing(WorkItem task, Answers draft) {
        List<Missing> missing = new ArrayList<>();
        Round round = rounds.asked(task.program());
        for (ChecklistItem item : items(task, round)) {
            Answer answer = draft.of(item.id());
            // a lead may say that they cannot judge; whoever settles a C says how it is
            boolean enough = c == null ? answer.said() : answer.given();
            if (!enough && !round.settled(item)) {
                missing.add(Statements.unanswered(item));
            }
            missing.addAll(Statements.missing(item, answer));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Answers draft) {
        Round round = rounds.asked(task.program());
        Map<String, Answer> answers = new LinkedHashMap<>();
        items(task, round).forEach(item -> answers.put(item.id(), draft.of(item.id())));
        checklists.save(task.program(), round.number(), answers, c != null);
    }

    @Override
    public View view(WorkItem task, Answers draft) {
        Round round = rounds.asked(task.program());
        List<ChecklistItem> all = items(task, round);
        List<ChecklistItem> items =
                all.stream().filter(item -> !round.settled(item)).toList();
        List<ChecklistItem> settled = all.stream().filter(round::settled).toList();
        List<ChecklistItem> waiting = round.waiting(item -> c == null
                ? Objects.equals(asked(round, item), whose(all, round))
                : item.c().equals(c));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("groups", Checklist.of(items, draft, round));
        model.put("waiting", waiting);
        // Asked for by the inputs alone: the totals after each save can do without everybody's name.
        Supplier<Map<String, String>> owners =
                () -> statements.owners(task.program(), draft.answers().values());
        model.put("owners", owners);
        model.put("settled", Checklist.of(settled, draft, round));
        model.put("settledItems", settled.size());
        Supplier<Map<String, Standing>> standings = () -> rounds.standings(task.program());
        model.put("standings", standings);
        model.put("states", c == null ? Answer.State.values() : SETTLING);
        model.put(
                "answered",
                items.stream().filter(item -> draft.of(item.id()).said()).count());
        model.put("asked", items.size());
        model.put("agreeing", c != null);
        return new View("operatingmodel/answer", model, "operatingmodel." + key + ".button");
    }

    private List<ChecklistItem> items(WorkItem task, Round round) {
        return c == null
                ? rounds.itemsOf(task, round)
                : round.counted(item -> item.c().equals(c));
    }

    private static @Nullable String whose(List<ChecklistItem> items, Round round) {
        return items.isEmpty() ? null : asked(round, items.get(0));
    }

    private static @Nullable String asked(Round round, ChecklistItem item) {
        Scope scope = round.scope().get(item.id());
        return scope == null ? null : scope.asked();
    }
}
