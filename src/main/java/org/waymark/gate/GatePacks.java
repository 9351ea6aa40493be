package org.waymark.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.Programs;
import org.waymark.promise.Conditions;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;

/** Puts the pack of a gate together; votes stay out of it until the review is closed, unless its route opens them. */
@Service
public class GatePacks {

    private static final String MONEY = "roi";

    private final GatePage page;
    private final ReviewPage reviews;
    private final Sittings sittings;
    private final Evidence evidence;
    private final Conditions conditions;
    private final Programs programs;
    private final Stages stages;
    private final Wording words;

    GatePacks(
            GatePage page,
            ReviewPage reviews,
            Sittings sittings,
            Evidence evidence,
            Conditions conditions,
            Programs programs,
            Stages stages,
            Wording words) {
        this.page = page;
        this.reviews = reviews;
        this.sittings = sittings;
        this.evidence = evidence;
        this.conditions = conditions;
        this.programs = programs;
        this.stages = stages;
        this.words = words;
    }

    /** The pack of one review, or of the newest; refused to whoever may not look at the gate. */
    @Transactional(readOnly = true)
    public GatePack of(String code, String stage, @Nullable Integer number, String reader) {
        page.mayVisit(code, stage, reader);
        Review review = page.review(code, stage, number, reader);
        Sitting sitting = review.sitting();
        List<Fact> facts = sitting != null && sitting.convenedAt() != null
                ? evidence.facts(sitting.id())
                : stages.of(stage).facts(code);
        Optional<Sitting> before = before(code, stage, sitting);
        String currency = review.program().currency();
        return new GatePack(
                review.program(),
                stage,
                review.gate(),
                review.number(),
                standing(review),
                words.text(
                        "gate.recommended",
                        words.text("gate.recommend." + review.recommendation().decision())),
                words.text("gate.rule." + review.recommendation().rule()),
                sitting == null ? null : sitting.routeReason(),
                review.panel(),
                review.quorum(),
                review.voted(),
                review.votesSoFar(),
                review.votes().stream()
                        .map(vote -> new GatePack.Said(
                                vote.name(), words.text("gate.decided." + vote.decision()), vote.reason()))
                        .toList(),
                review.rows().stream().map(row -> line(review, row)).toList(),
                review.figures().stream()
                        .limit(Math.max(0, review.figures().size() - 1L))
                        .map(one -> new GatePack.Figure(one.label(), one.value(), one.note()))
                        .toList(),
                before.map(last -> differences(evidence.facts(last.id()), facts, currency))
                        .orElse(List.of()),
                before.isEmpty(),
                money(code, review),
                alignment(code),
                reviews.promised(conditions.open(code)).stream()
                        .map(one -> new GatePack.Owed(one.text(), one.owner(), one.due()))
                        .toList(),
                review.questions().stream()
                        .map(one -> new GatePack.Said(
                                one.name() + ": " + one.text(),
                                one.answer() == null ? words.text("gate.answer.none") : one.answer(),
                                one.evidence()))
                        .toList(),
                review.evidence().stream()
                        .map(one -> new GatePack.Proof(
                                one.kind().equals("FROZEN") ? words.text("gate.evidence." + one.name()) : one.name(),
                                one.sha256()))
                        .toList(),
                review.exceptions().stream()
                        .map(one -> new GatePack.Flag(
                                words.text("gate.exemption.flag", one.name()),
                                one.bar(),
                                words.text(
                                        "gate.exemption.flag.why",
                                        one.askedBy(),
                                        one.confirmedBy(),
                                        one.on(),
                                        one.reason())))
                        .toList());
    }

    private String standing(Review review) {
        Sitting sitting = review.sitting();
        if (sitting == null || sitting.convenedAt() == null) {
            return words.text("gate.pack.measuring", review.ready());
        }
        return sitting.decision() == null
                ? words.text("gate.pack.called", review.calledOn(), review.submittedBy(), review.decideBy())
                : words.text(
                        "gate.pack.decided",
                        words.text("gate.decided." + sitting.decision()),
                        review.decidedBy(),
                        review.decidedOn());
    }

    private GatePack.Line line(Review review, FindingRow row) {
        Finding finding = row.finding();
        Proving.Proof proof = review.proofs().get(finding.criterion());
        return new GatePack.Line(
                finding.met(),
                finding.text(),
                words.text("gate.kind." + finding.kind()),
                row.shown(),
                row.takes() == null ? null : row.takes() + (row.who() == null ? "" : " " + row.who()),
                finding.waiverReason() == null
                        ? null
                        : words.text("gate.waiver.asked", String.valueOf(row.waiverBy()), finding.waiverReason()),
                proof == null
                        ? null
                        : proof.pieces() > 0
                                ? words.text("gate.proof.brought", proof.pieces())
                                : words.text(proof.waived() ? "gate.proof.waived" : "gate.proof.missing"));
    }

    /** The last review of this gate that was called before this one. */
    private Optional<Sitting> before(String code, String stage, @Nullable Sitting sitting) {
        return sittings.of(code, stage).stream()
                .filter(other -> other.convenedAt() != null && (sitting == null || other.number() < sitting.number()))
                .findFirst();
    }

    private List<GatePack.Difference> differences(List<Fact> before, List<Fact> now, String currency) {
        Map<String, BigDecimal> old =
                before.stream().collect(Collectors.toMap(Fact::name, Fact::value, (a, b) -> a, LinkedHashMap::new));
        List<GatePack.Difference> differences = new ArrayList<>();
        for (Fact fact : now) {
            String label = words.textOr("gate.figure." + fact.name(), "");
            BigDecimal was = old.get(fact.name());
            boolean changed = was == null || was.compareTo(fact.value()) != 0;
            if (changed && !label.isEmpty()) {
                differences.add(new GatePack.Difference(
                        label,
                        was == null ? "–" : words.value(was, fact.unit(), currency),
                        words.value(fact.value(), fact.unit(), currency)));
            }
        }
        return differences;
    }

    /** The business case as it stands, as soon as there is one. */
    private @Nullable Document money(String code, Review review) {
        if (review.stage().equals(MONEY)) {
            return review.document();
        }
        boolean agreed = programs.stage(code, MONEY).isPassed();
        return agreed ? stages.of(MONEY).record(code) : null;
    }

    /** How far people agree, as far as it has been asked. */
    private List<GatePack.Figure> alignment(String code) {
        Map<String, String> all = new LinkedHashMap<>();
        for (StageModel model : stages.inOrder()) {
            model.measures(code).forEach(all::putIfAbsent);
        }
        List<GatePack.Figure> figures = new ArrayList<>();
        all.forEach((name, value) -> {
            String label = words.textOr("gate.measure." + name, "");
            if (!label.isEmpty()) {
                figures.add(new GatePack.Figure(label, value, null));
            }
        });
        return figures;
    }
}
