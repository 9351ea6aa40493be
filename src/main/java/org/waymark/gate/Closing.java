package org.waymark.gate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.Workflow;
import org.waymark.program.Pilots;
import org.waymark.program.Programs;
import org.waymark.promise.Promises;
import org.waymark.promise.Reopenings;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;

/** Turns the votes of a review into one decision and everything that follows from it. */
@Service
class Closing {

    /** What a decision's signature says; kept with it, whatever language the page was read in. */
    static final String SIGNATURE =
            "I have seen the findings and the evidence of this review, and I answer for this decision.";

    private final Sittings sittings;
    private final Findings findings;
    private final Votes votes;
    private final Promises promises;
    private final Reopenings reopenings;
    private final Criteria criteria;
    private final Questions questions;
    private final Evidence evidence;
    private final Exemptions exemptions;
    private final Programs programs;
    private final Pilots pilots;
    private final Stages stages;
    private final Workflow workflow;
    private final Ledger ledger;

    Closing(
            Sittings sittings,
            Findings findings,
            Votes votes,
            Promises promises,
            Reopenings reopenings,
            Criteria criteria,
            Questions questions,
            Evidence evidence,
            Exemptions exemptions,
            Programs programs,
            Pilots pilots,
            Stages stages,
            Workflow workflow,
            Ledger ledger) {
        this.sittings = sittings;
        this.findings = findings;
        this.votes = votes;
        this.promises = promises;
        this.reopenings = reopenings;
        this.criteria = criteria;
        this.questions = questions;
        this.evidence = evidence;
        this.exemptions = exemptions;
        this.programs = programs;
        this.pilots = pilots;
        this.stages = stages;
        this.workflow = workflow;
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
        refuseWhileAnotherIsOpen(sitting, resolution);
        List<String> deciders =
                count.counted().stream().map(Count.Ballot::person).toList();
        sittings.closed(sitting.id(), resolution, String.join(",", deciders), sittings.now());
        votes.counted(sitting.id(), deciders);
        findings.waive(sitting.id(), resolution.waivers());
        resolution
                .conditions()
                .forEach(promise -> promises.make(sitting.id(), sitting.program(), sitting.stage(), promise));
        resolution
                .questions()
                .forEach(ask -> questions.add(sitting.id(), String.valueOf(ask.to()), String.valueOf(ask.text())));
        String last = deciders.get(deciders.size() - 1);
        Map<String, String> behalf = behalf(sitting, deciders);
        ledger.append(
                program,
                "DECIDED",
                last,
                behalf.get(last),
                sitting.stage(),
                entry(sitting, resolution, deciders, behalf));
        move(sitting, resolution);
        return resolution.decision().outcome();
    }

    /** A gate before this one may have been opened again since the votes were cast. */
    private void refuseWhileAnotherIsOpen(Sitting sitting, Resolution resolution) {
        boolean open = criteria.withReopened(sitting.program(), sitting.stage(), List.of()).stream()
                .anyMatch(Finding::blocks);
        if (resolution.decision().passes() && open) {
            throw Refusal.conflict("gate.decide.reopened", sitting.program());
        }
    }

    private void move(Sitting sitting, Resolution resolution) {
        String program = sitting.program();
        String back = resolution.recycleTo() == null ? sitting.stage() : resolution.recycleTo();
        Optional<Reopenings.Reopening> again = reopenings.of(program, sitting.instance());
        switch (resolution.decision().outcome()) {
            case PASS ->
                programs.passed(program, sitting.stage(), resolution.decision().name());
            case RECYCLE -> {
                programs.sentBack(program, sitting.stage(), back);
                // its own diagram carries an ordinary gate back; one that is open again has none
                again.ifPresent(one -> workflow.restartAt(program, back));
            }
            case KILL -> {
                programs.killed(program, sitting.stage(), String.valueOf(resolution.reason()));
                workflow.endAll(program, sitting.instance());
            }
            case HOLD -> {
                if (again.isEmpty()) {
                    programs.onHold(program, sitting.stage());
                }
            }
            case MORE_INFORMATION -> {}
        }
        if (Set.of(Outcome.PASS, Outcome.RECYCLE, Outcome.KILL)
                .contains(resolution.decision().outcome())) {
            again.ifPresent(one -> reopenings.closed(one.id(), sittings.now()));
        }
    }

    private Map<String, String> behalf(Sitting sitting, List<String> deciders) {
        Map<String, String> behalf = new LinkedHashMap<>();
        votes.panel(sitting.id()).stream()
                .filter(seat -> seat.onBehalfOf() != null && deciders.contains(seat.person()))
                .forEach(seat -> behalf.put(seat.person(), seat.principal()));
        return behalf;
    }

    /** Deciders whom separation of duties bars, each with the two names that let them. */
    private List<Map<String, String>> excepted(Sitting sitting, List<String> deciders) {
        return exemptions.of(sitting.program(), sitting.stage()).stream()
                .filter(one -> one.holds(sitting.round()) && deciders.contains(one.person()))
                .map(one -> Map.of(
                        "person", one.person(),
                        "askedBy", one.askedBy(),
                        "confirmedBy", String.valueOf(one.settledBy()),
                        "reason", one.reason()))
                .toList();
    }

    private Map<String, Object> entry(
            Sitting sitting, Resolution resolution, List<String> deciders, Map<String, String> behalf) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sitting", sitting.number());
        entry.put("round", sitting.round());
        entry.put("decision", resolution.decision().name());
        entry.put("reason", resolution.reason());
        entry.put("deciders", deciders);
        entry.put("onBehalfOf", behalf);
        entry.put("signedAs", SIGNATURE);
        List<Map<String, String>> excepted = excepted(sitting, deciders);
        if (!excepted.isEmpty()) {
            entry.put("byException", excepted);
        }
        entry.put(
                "recommendation",
                Optional.ofNullable(sitting.recommendation()).map(Enum::name).orElse(null));
        if (pilots.of(sitting.program()).isPresent()) {
            entry.put("pilot", true);
        }
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
