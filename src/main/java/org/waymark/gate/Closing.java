package org.waymark.gate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.program.Programs;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;

/** Turns the votes of a review into one decision and everything that follows from it. */
@Service
class Closing {

    private final Sittings sittings;
    private final Findings findings;
    private final Votes votes;
    private final Conditions conditions;
    private final Questions questions;
    private final Evidence evidence;
    private final Programs programs;
    private final Stages stages;
    private final Ledger ledger;

    Closing(
            Sittings sittings,
            Findings findings,
            Votes votes,
            Conditions conditions,
            Questions questions,
            Evidence evidence,
            Programs programs,
            Stages stages,
            Ledger ledger) {
        this.sittings = sittings;
        this.findings = findings;
        this.votes = votes;
        this.conditions = conditions;
        this.questions = questions;
        this.evidence = evidence;
        this.programs = programs;
        this.stages = stages;
        this.ledger = ledger;
    }

    /** Turns the votes into the decision, once; asked again it answers the same. */
    @Transactional
    public Outcome close(String program, String instance) {
        Sitting sitting = sittings.lock(sittings.ofInstance(instance).id());
        if (sitting.decision() != null) {
            return sitting.decision().outcome();
        }
        Count count = votes.count(sitting);
        if (count.state() != Count.State.DECIDED) {
            throw Refusal.conflict("gate.close.early", program);
        }
        Resolution resolution = Resolution.of(count, stages.ids());
        List<String> deciders =
                count.counted().stream().map(Count.Ballot::person).toList();
        sittings.closed(sitting.id(), resolution, String.join(",", deciders), sittings.now());
        votes.counted(sitting.id(), deciders);
        findings.waive(sitting.id(), resolution.waivers());
        resolution.conditions().forEach(promise -> conditions.add(sitting.id(), promise));
        resolution
                .questions()
                .forEach(ask -> questions.add(sitting.id(), String.valueOf(ask.to()), String.valueOf(ask.text())));
        ledger.append(
                program,
                "DECIDED",
                deciders.get(deciders.size() - 1),
                null,
                sitting.stage(),
                entry(sitting, resolution, deciders));
        move(sitting, resolution);
        return resolution.decision().outcome();
    }

    private void move(Sitting sitting, Resolution resolution) {
        String program = sitting.program();
        switch (resolution.decision().outcome()) {
            case PASS ->
                programs.passed(program, sitting.stage(), resolution.decision().name());
            case RECYCLE ->
                programs.sentBack(
                        program,
                        sitting.stage(),
                        resolution.recycleTo() == null ? sitting.stage() : resolution.recycleTo());
            case KILL -> programs.killed(program, sitting.stage(), String.valueOf(resolution.reason()));
            case HOLD -> programs.onHold(program, sitting.stage());
            case MORE_INFORMATION -> {}
        }
    }

    private Map<String, Object> entry(Sitting sitting, Resolution resolution, List<String> deciders) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sitting", sitting.number());
        entry.put("round", sitting.round());
        entry.put("decision", resolution.decision().name());
        entry.put("reason", resolution.reason());
        entry.put("deciders", deciders);
        entry.put(
                "recommendation",
                Optional.ofNullable(sitting.recommendation()).map(Enum::name).orElse(null));
        entry.put("recycleTo", resolution.recycleTo());
        entry.put(
                "holdUntil",
                Optional.ofNullable(resolution.holdUntil())
                        .map(LocalDate::toString)
                        .orElse(null));
        entry.put(
                "waived",
                findings.of(sitting.id()).stream()
                        .filter(Finding::waived)
                        .map(Finding::criterion)
                        .toList());
        entry.put(
                "conditions",
                resolution.conditions().stream()
                        .map(promise -> Map.of(
                                "text", promise.text(), "owner", promise.owner(), "due", String.valueOf(promise.due())))
                        .toList());
        entry.put(
                "findings",
                findings.of(sitting.id()).stream()
                        .collect(Collectors.toMap(
                                Finding::criterion,
                                finding ->
                                        finding.met() ? "met" : finding.kind().name(),
                                (a, b) -> a,
                                LinkedHashMap::new)));
        entry.put("evidence", evidence.hashes(sitting.id()));
        return entry;
    }
}
