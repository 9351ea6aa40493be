package org.waymark.model.operatingmodel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** Agreeing how it will be run: the grid, the functions taking part, decision rights, and whether the people suffice. */
@Component
class AgreeOperatingModel implements TaskWork<OperatingAgreement> {

    private static final Set<String> SHARES = Set.of("relevantShare", "coverage", "automatedShare");
    private static final BigDecimal HOURS_OF_A_WEEK = BigDecimal.valueOf(168);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

    private final Rounds rounds;
    private final OperatingAgreements agreements;
    private final Checklists checklists;
    private final Statements statements;
    private final Picture picture;
    private final HeldAnswers held;
    private final Matters matters;

    AgreeOperatingModel(
            Rounds rounds,
            OperatingAgreements agreements,
            Checklists checklists,
            Statements statements,
            Picture picture,
            HeldAnswers held,
            Matters matters) {
        this.rounds = rounds;
        this.agreements = agreements;
        this.checklists = checklists;
        this.statements = statements;
        this.picture = picture;
        this.held = held;
        this.matters = matters;
    }

    @Override
    public String key() {
        return "agreeOperatingModel";
    }

    @Override
    public Class<OperatingAgreement> type() {
        return OperatingAgreement.class;
    }

    @Override
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public OperatingAgreement begin(WorkItem task) {
        return agreements
                .latest(task.program(), rounds.asked(task.program()).number())
                .orElse(OperatingAgreement.NONE);
    }

    @Override
    public void check(WorkItem task, OperatingAgreement draft) {
        Statements.length(draft.decisionRights(), 4000, "decisionRights");
        Statements.length(draft.reason(), 1000, "reason");
        matters.check(draft);
        inputs(draft.check()).forEach((field, number) -> {
            if (number != null && (number.signum() < 0 || number.compareTo(most(field)) > 0)) {
                String key = SHARES.contains(field) ? "operatingmodel.shareOutside" : "operatingmodel.outside";
                throw Refusal.bad(key, number, most(field)).at("capacity." + field);
            }
        });
        BigDecimal hours = draft.check().hoursPerWeek();
        if (hours != null && hours.signum() == 0) {
            throw Refusal.bad("operatingmodel.noHours").at("capacity.hoursPerWeek");
        }
        statements.check(task.program(), draft.answers(), unanswered(rounds.current(task.program())));
    }

    @Override
    public List<Missing> missing(WorkItem task, OperatingAgreement draft) {
        Round round = rounds.current(task.program());
        List<Missing> missing = new ArrayList<>();
        draft.given()
                .forEach((id, answer) -> unanswered(round).stream()
                        .filter(item -> item.id().equals(id))
                        .forEach(item -> missing.addAll(Statements.missing(item, answer))));
        if (draft.check().started()) {
            inputs(draft.check()).forEach((field, number) -> {
                if (number == null) {
                    missing.add(new Missing("capacity." + field, "operatingmodel.numberMissing"));
                }
            });
        }
        if ((draft.reason() == null || draft.reason().isBlank())
                && !open(round, draft).isEmpty()) {
            missing.add(new Missing("reason", "operatingmodel.openReasonMissing"));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, OperatingAgreement draft) {
        int round = rounds.asked(task.program()).number();
        agreements.save(task.program(), round, draft);
        checklists.save(task.program(), round, draft.given(), true);
        held.claim(task.program(), rounds.current(task.program()));
    }

    @Override
    public View view(WorkItem task, OperatingAgreement draft) {
        Round round = rounds.current(task.program());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("grid", Picture.grid(round));
        model.put("verbs", Round.VERBS);
        model.put("cs", Round.CS);
        model.put("heat", picture.heat(task.program(), round));
        model.put("matters", matters.rows(draft));
        model.put("deciders", matters.choices());
        model.put("differences", matters.differences(held.differences(task.program(), round)));
        model.put("whole", round.with(draft.given()).score(item -> true));
        model.put("states", AnswerItems.SETTLING);
        model.put("groups", Checklist.of(unanswered(round), new Answers(draft.answers()), round));
        Supplier<Map<String, String>> owners =
                () -> statements.owners(task.program(), draft.answers().values());
        model.put("owners", owners);
        model.put("waiting", round.waiting(item -> true).size());
        model.put("open", open(round, draft));
        model.put("inputs", shown(draft.check()));
        draft.check().agentsNeeded().ifPresent(needed -> model.put("needed", needed));
        draft.check().agentsMissing().ifPresent(gap -> model.put("gap", gap));
        return new View("operatingmodel/agree", model, "operatingmodel.agreeOperatingModel.button");
    }

    /** What is not there yet, each with how often: it may be agreed all the same, with a reason. */
    static Map<String, Long> open(Round before, OperatingAgreement draft) {
        Round round = before.with(draft.given());
        Map<String, Long> open = new LinkedHashMap<>();
        open.put("unanswered", round.unanswered());
        open.put("withoutOwner", round.firstWaveWithoutOwner(item -> true));
        open.put("decisionRights", draft.rightsWritten() ? 0L : 1L);
        open.put("capacity", draft.check().complete() ? 0L : 1L);
        open.values().removeIf(count -> count == 0);
        return open;
    }

    /** What nobody has answered: a lite program has no five owners who would have done it. */
    private static List<ChecklistItem> unanswered(Round round) {
        return round.counted(item -> !round.answer(item).given());
    }

    private static Map<String, @Nullable BigDecimal> inputs(Capacity capacity) {
        Map<String, @Nullable BigDecimal> inputs = new LinkedHashMap<>();
        inputs.put("weeklyVolume", capacity.weeklyVolume());
        inputs.put("relevantShare", capacity.relevantShare());
        inputs.put("coverage", capacity.coverage());
        inputs.put("automatedShare", capacity.automatedShare());
        inputs.put("minutesPerReply", capacity.minutesPerReply());
        inputs.put("hoursPerWeek", capacity.hoursPerWeek());
        inputs.put("agentsToday", capacity.agentsToday());
        return inputs;
    }

    private static Map<String, String> shown(Capacity capacity) {
        Map<String, String> shown = new LinkedHashMap<>();
        inputs(capacity)
                .forEach((field, number) -> shown.put(
                        field,
                        number == null ? "" : SHARES.contains(field) ? Share.show(number) : number.toPlainString()));
        return shown;
    }

    private static BigDecimal most(String field) {
        return switch (field) {
            case "relevantShare", "coverage", "automatedShare" -> BigDecimal.ONE;
            case "hoursPerWeek" -> HOURS_OF_A_WEEK;
            default -> MOST;
        };
    }
}
