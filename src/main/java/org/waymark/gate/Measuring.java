package org.waymark.gate;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.Programs;
import org.waymark.promise.Reopenings;
import org.waymark.stakeholder.Team;

/** The first half of a review: what the stage has to show, and who hands it in. */
@Service
class Measuring {

    private final Sittings sittings;
    private final Criteria criteria;
    private final Findings findings;
    private final Reopenings reopenings;
    private final Proving proving;
    private final Programs programs;
    private final Team team;

    Measuring(
            Sittings sittings,
            Criteria criteria,
            Findings findings,
            Reopenings reopenings,
            Proving proving,
            Programs programs,
            Team team) {
        this.sittings = sittings;
        this.criteria = criteria;
        this.findings = findings;
        this.reopenings = reopenings;
        this.proving = proving;
        this.programs = programs;
        this.team = team;
    }

    /** Opens or refreshes the review; true when it may be called without another hand. */
    @Transactional
    public boolean measure(String program, String instance) {
        Optional<Sitting> before = sittings.latest(instance);
        Optional<Reopenings.Reopening> again = reopenings.of(program, instance);
        String stage = before.map(Sitting::stage)
                .or(() -> again.map(Reopenings.Reopening::stage))
                .orElseGet(() -> programs.get(program).stage());
        Sitting sitting = before.filter(Sitting::open)
                .orElseGet(() -> sittings.open(
                        program, stage, programs.stage(program, stage).round(), instance, sittings.now()));
        if (again.isEmpty()) {
            programs.atGate(program, stage); // a gate that is open again leaves its stage passed until it is decided
        }
        List<Finding> measured = findings.refresh(sitting.id(), criteria.measure(program, stage));
        proving.refresh(sitting.id(), criteria.of(stage), programs.get(program).depth());
        before.filter(last -> last.id() != sitting.id()).ifPresent(last -> proving.carry(last.id(), sitting.id()));
        Optional<Sitting> asked = before.filter(last -> last.decision() == Decision.MORE_INFORMATION);
        Optional<String> wish = sittings.takeWish(program, stage);
        if (asked.isPresent()) {
            findings.copyWaivers(asked.get().id(), sitting.id());
            sittings.submitted(sitting.id(), submitter(asked.get()), sittings.now());
            return true;
        }
        boolean proved = proving.of(sitting.id()).values().stream().noneMatch(Proving.Proof::missing);
        if (wish.isPresent()
                && proved
                && measured.stream().noneMatch(finding -> finding.blocks() || finding.needsAnswer())) {
            sittings.submitted(sitting.id(), wish.get(), sittings.now());
            return true;
        }
        return false;
    }

    String submitter(Sitting sitting) {
        return sitting.submittedBy() == null ? team.manager(sitting.program()) : sitting.submittedBy();
    }

    void submit(Sitting sitting, Submission submission, String by) {
        List<Finding> measured = findings.refresh(sitting.id(), criteria.measure(sitting.program(), sitting.stage()));
        measured.stream()
                .filter(Finding::needsAnswer)
                .forEach(finding -> submission
                        .reasonFor(finding.criterion())
                        .ifPresent(reason -> findings.ask(sitting.id(), finding.criterion(), reason, by)));
        proving.of(sitting.id()).values().stream()
                .filter(one -> one.pieces() == 0)
                .forEach(one -> submission
                        .withoutFor(one.criterion())
                        .ifPresent(reason -> proving.waive(sitting.id(), one.criterion(), reason, by)));
        sittings.submitted(sitting.id(), by, sittings.now());
    }

    /** A reason given before a submission was taken back need not be typed again. */
    List<Submission.Waiver> waiversBefore(Sitting sitting, List<Finding> open) {
        List<Finding> said = sittings.of(sitting.instance()).stream()
                .flatMap(other -> findings.of(other.id()).stream())
                .filter(Finding::waiverAsked)
                .toList();
        return open.stream()
                .map(finding -> new Submission.Waiver(
                        finding.criterion(),
                        said.stream()
                                .filter(before -> before.criterion().equals(finding.criterion()))
                                .reduce((first, second) -> second)
                                .map(Finding::waiverReason)
                                .orElse(null)))
                .toList();
    }
}
