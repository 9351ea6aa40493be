package org.waymark.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.program.Programs;
import org.waymark.stage.Correctable;
import org.waymark.stage.Element;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/**
 * Puts an agreed record right after its gate: by whoever answers for the element or the manager, with a reason. The
 * version before stays beside the new one, the decision record gets a line, and what depends on it needs another look.
 */
@Service
public class Corrections {

    static final int LONGEST_REASON = 2000;

    private final List<Correctable> models;
    private final CorrectionStore store;
    private final Traces traces;
    private final Ripple ripple;
    private final Programs programs;
    private final Team team;
    private final FieldWords words;
    private final Ledger ledger;

    Corrections(
            List<Correctable> models,
            CorrectionStore store,
            Traces traces,
            Ripple ripple,
            Programs programs,
            Team team,
            FieldWords words,
            Ledger ledger) {
        this.models = models;
        this.store = store;
        this.traces = traces;
        this.ripple = ripple;
        this.programs = programs;
        this.team = team;
        this.words = words;
        this.ledger = ledger;
    }

    /** What is asked for: the new words, why, and the words it was decided on, when the asker has seen any. */
    record Wish(
            String element,
            String field,
            String said,
            String reason,
            @Nullable String seen) {}

    /** Everything of a stage that was put right after its gate, oldest first. */
    public List<Correction> of(String program, String stage) {
        return store.of(program, stage);
    }

    /** What this person may correct about an element now; empty before the gate and for everybody else. */
    List<Correctable.Field> offered(String program, String stage, String element, String person) {
        return model(stage)
                .filter(model -> programs.stage(program, stage).isPassed())
                .filter(model -> mayCorrect(model, program, element, person))
                .map(model -> model.fields(program, element))
                .orElse(List.of());
    }

    @Transactional
    Correction correct(String program, String stage, Wish wish, String person) {
        Correctable model = model(stage).orElseThrow(() -> Refusal.missing("trace.correct.stage", stage));
        Element element = traces.of(program, stage).stream()
                .filter(one -> one.id().equals(wish.element()))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("trace.unknown", wish.element()));
        if (!programs.stage(program, stage).isPassed()) {
            throw Refusal.conflict("trace.correct.early");
        }
        if (!mayCorrect(model, program, element.id(), person)) {
            throw Refusal.forbidden("trace.correct.who.refused", element.name());
        }
        Correctable.Field field = model.fields(program, element.id()).stream()
                .filter(one -> one.name().equals(wish.field()))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.bad("trace.correct.field", wish.field()).at("field"));
        if (wish.seen() != null && !wish.seen().equals(field.said())) {
            throw Refusal.conflict("trace.correct.stale");
        }
        Object said = words.typed(program, field, wish.said().strip());
        if (FieldWords.plain(said).equals(field.said())) {
            throw Refusal.conflict("trace.correct.same", field.label());
        }
        if (wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            throw Refusal.invalid("trace.correct.reason", LONGEST_REASON).at("reason");
        }
        Correction correction = corrected(program, stage, element, field, said, wish.reason(), person);
        model.correct(program, element.id(), field.name(), said);
        ledger.append(
                program,
                "CORRECTED",
                person,
                null,
                element.id(),
                Map.of(
                        "stage",
                        stage,
                        "field",
                        field.name(),
                        "was",
                        correction.was(),
                        "now",
                        correction.said(),
                        "reason",
                        correction.reason()));
        ripple.corrected(program, stage, element);
        return correction;
    }

    /** Somebody else answers for an element, because whoever did leaves; before its gate too, and nothing ripples. */
    @Transactional
    void handOver(String program, String stage, Wish wish, String person) {
        Correctable model = model(stage).orElseThrow(() -> Refusal.missing("trace.correct.stage", stage));
        Element element = traces.of(program, stage).stream()
                .filter(one -> one.id().equals(wish.element()))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("trace.unknown", wish.element()));
        Correctable.Field field = model.fields(program, element.id()).stream()
                .filter(one -> one.name().equals(wish.field()) && one.kind() == Correctable.Kind.PERSON)
                .filter(one -> one.said().equals(wish.seen()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("stakeholder.hold.gone"));
        Object said = words.typed(program, field, wish.said());
        corrected(program, stage, element, field, said, wish.reason(), person);
        model.correct(program, element.id(), field.name(), said);
        ledger.append(
                program,
                "HANDED_OVER",
                person,
                null,
                element.id(),
                Map.of("stage", stage, "field", field.name(), "from", field.said(), "to", wish.said()));
    }

    private Correction corrected(
            String program,
            String stage,
            Element element,
            Correctable.Field field,
            Object said,
            String reason,
            String person) {
        Correction correction = new Correction(
                program,
                stage,
                element.id(),
                element.name(),
                field.name(),
                field.label(),
                store.version(program, stage, element.id(), field.name()),
                words.shown(field, field.said()),
                words.shown(field, FieldWords.plain(said)),
                reason.strip(),
                person,
                store.now());
        store.add(correction);
        return correction;
    }

    private Optional<Correctable> model(String stage) {
        return models.stream().filter(model -> model.stage().equals(stage)).findFirst();
    }

    private boolean mayCorrect(Correctable model, String program, String element, String person) {
        return team.holding(program, Part.MANAGER).contains(person)
                || (team.includes(program, person)
                        && model.owners(program, element).contains(person));
    }
}
