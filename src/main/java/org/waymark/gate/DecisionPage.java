package org.waymark.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.program.Pilots;
import org.waymark.promise.Conditions;
import org.waymark.promise.Inputs;
import org.waymark.promise.Promise;
import org.waymark.security.People;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Team;

/** The panel beside a review in which somebody decides: what can be chosen, what it costs, what would follow. */
@Component
class DecisionPage {

    private static final int FORTNIGHT = 14;

    private final ReviewPage reviews;
    private final Findings findings;
    private final Conditions conditions;
    private final Ballots ballots;
    private final GateSettings settings;
    private final AskAgain askAgain;
    private final Stages stages;
    private final Team team;
    private final People people;
    private final Pilots pilots;
    private final Wording words;

    DecisionPage(
            ReviewPage reviews,
            Findings findings,
            Conditions conditions,
            Ballots ballots,
            GateSettings settings,
            AskAgain askAgain,
            Stages stages,
            Team team,
            People people,
            Pilots pilots,
            Wording words) {
        this.reviews = reviews;
        this.findings = findings;
        this.conditions = conditions;
        this.ballots = ballots;
        this.settings = settings;
        this.askAgain = askAgain;
        this.stages = stages;
        this.team = team;
        this.people = people;
        this.pilots = pilots;
        this.words = words;
    }

    /** One way to decide: whether it is open, and a line beneath it. */
    record Option(
            Decision decision, boolean possible, @Nullable String note) {}

    /** One line of a list to choose from. */
    record Choice(String id, String name) {}

    /** How a required finding is answered so far: condition, waiver or open. */
    record Covered(String text, String how) {}

    /** A condition for every required finding that is open, in a pilot for everything open; to be changed or taken out. */
    Verdict start(Sitting sitting, LocalDate today) {
        boolean pilot = pilots.of(sitting.program()).isPresent();
        List<Promise> promises = findings.of(sitting.id()).stream()
                .filter(finding -> finding.needsAnswer() || pilot && !finding.met() && !finding.blocks())
                .map(finding -> new Promise(
                        words.takes(finding, reviews.currency(sitting)),
                        reviews.supplier(sitting.program(), finding)
                                .orElse(pilot ? team.manager(sitting.program()) : null),
                        today.plusDays(FORTNIGHT),
                        finding.criterion(),
                        null))
                .toList();
        return new Verdict(null, null, List.of(), promises, sitting.stage(), null, List.of());
    }

    Map<String, Object> model(Sitting sitting, String person, Verdict draft) {
        Review review = reviews.of(sitting, person);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("review", review);
        model.put("options", options(review, ballots.mayAsk(sitting, person)));
        model.put("people", choices(sitting.program()));
        model.put("backTo", backTo(sitting));
        model.put("covered", covered(review, draft));
        model.put("effect", effect(review, draft));
        model.put("promised", reviews.promised(conditions.open(sitting.program())));
        model.put("scales", ballots.scores(sitting));
        model.put("reasons", settings.reasons());
        model.put("labels", settings.labels());
        model.put("proved", ballots.proved(person));
        model.put("sees", sitting.votesOpen() ? "gate.decideGate.sees.open" : "gate.decideGate.sees");
        model.put("chair", person.equals(sitting.chair()));
        return model;
    }

    private List<Option> options(Review review, boolean mayAsk) {
        List<Finding> found = review.rows().stream().map(FindingRow::finding).toList();
        long blocking = found.stream().filter(Finding::blocks).count();
        long open = found.stream().filter(Finding::needsAnswer).count();
        long noWaiver = found.stream()
                .filter(finding -> finding.needsAnswer() && !finding.waiverAsked())
                .count();
        String stage = review.stage();
        String blocked = blocking > 0 ? words.text("gate.option.blocked", blocking) : null;
        String go = blocked != null
                ? blocked
                : noWaiver > 0
                        ? words.text("gate.option.unmet", noWaiver)
                        : open > 0 ? words.text("gate.option.waive", open) : null;
        return List.of(
                new Option(Decision.GO, blocking == 0 && noWaiver == 0, go),
                new Option(Decision.CONDITIONAL_GO, blocking == 0, blocked),
                new Option(Decision.MORE_INFORMATION, mayAsk, mayAsk ? null : words.text("gate.option.asked")),
                new Option(Decision.RECYCLE, true, price(review.program().code(), stage, stage)),
                new Option(Decision.HOLD, true, null),
                new Option(Decision.KILL, true, words.text("gate.option.kill.note")));
    }

    private String price(String program, String to, String from) {
        AskAgain.Cost cost = askAgain.cost(program, to, from);
        return words.text("gate.price", cost.people(), cost.days());
    }

    private List<Choice> choices(String program) {
        return team.of(program).stream()
                .map(person -> new Choice(person, people.nameOf(person)))
                .toList();
    }

    private List<Choice> backTo(Sitting sitting) {
        List<String> soFar = new ArrayList<>(stages.before(sitting.stage()));
        soFar.add(sitting.stage());
        return soFar.stream()
                .map(stage -> new Choice(
                        stage,
                        words.text(
                                "gate.price.to", stageName(stage), price(sitting.program(), stage, sitting.stage()))))
                .toList();
    }

    private static List<Covered> covered(Review review, Verdict draft) {
        Set<String> promised = draft.decision() == Decision.CONDITIONAL_GO
                ? draft.promises().stream()
                        .map(Promise::criterion)
                        .filter(Inputs::said)
                        .collect(Collectors.toSet())
                : Set.of();
        boolean go = draft.decision() != null && draft.decision().passes();
        return !go
                ? List.of()
                : review.rows().stream()
                        .map(FindingRow::finding)
                        .filter(Finding::needsAnswer)
                        .map(finding -> new Covered(
                                finding.text(),
                                promised.contains(finding.criterion())
                                        ? "condition"
                                        : finding.waiverAsked()
                                                        && draft.waivers().contains(finding.criterion())
                                                ? "waiver"
                                                : "open"))
                        .toList();
    }

    private String effect(Review review, Verdict draft) {
        String code = review.program().code();
        Decision decision = draft.decision();
        if (decision == null) {
            return words.text("gate.effect.none");
        }
        return switch (decision) {
            case GO ->
                stages.after(review.stage())
                        .map(next -> words.text("gate.effect.GO", code, stageName(next)))
                        .orElseGet(() -> words.text("gate.effect.GO.last", code));
            case RECYCLE -> {
                String to = Optional.ofNullable(draft.recycleTo())
                        .filter(stages::exists)
                        .orElse(review.stage());
                yield words.text(
                        "gate.effect.RECYCLE",
                        code,
                        stageName(to),
                        price(code, earlier(to, review.stage()), review.stage()));
            }
            default -> words.text("gate.effect." + decision, code);
        };
    }

    private String earlier(String one, String other) {
        return stages.of(one).position() < stages.of(other).position() ? one : other;
    }

    String stageName(@Nullable String stage) {
        return stage == null || stage.isBlank() ? "…" : words.textOr("stage." + stage, stage);
    }

    String date(@Nullable LocalDate date) {
        return words.date(date);
    }
}
