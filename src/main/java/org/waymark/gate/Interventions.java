package org.waymark.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.evidence.EvidenceFile;
import org.waymark.evidence.EvidenceFiles;
import org.waymark.ledger.Ledger;
import org.waymark.process.Workflow;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** What can still be done with a review that runs: change one's vote, take it back, take up what is on hold. */
@Service
class Interventions {

    private final Sittings sittings;
    private final Votes votes;
    private final Evidence evidence;
    private final EvidenceFiles files;
    private final Ballots ballots;
    private final Team team;
    private final Workflow workflow;
    private final Ledger ledger;

    Interventions(
            Sittings sittings,
            Votes votes,
            Evidence evidence,
            EvidenceFiles files,
            Ballots ballots,
            Team team,
            Workflow workflow,
            Ledger ledger) {
        this.sittings = sittings;
        this.votes = votes;
        this.evidence = evidence;
        this.files = files;
        this.ballots = ballots;
        this.team = team;
        this.workflow = workflow;
        this.ledger = ledger;
    }

    /** Changes one's own vote while the review is open; a change that settles it wakes the gate. */
    @Transactional
    public void change(String program, String stage, int number, String person, Verdict verdict) {
        Sitting sitting = numbered(program, stage, number);
        ballots.refuseUnlessOpen(sitting);
        if (votes.of(sitting.id(), person).isEmpty()) {
            ballots.refuseUnlessAllowed(sitting, person);
            throw Refusal.conflict("gate.vote.first");
        }
        Limits.verdict(verdict, ballots.known(sitting), ballots.scores(sitting));
        ballots.missing(sitting, person, verdict).stream().findFirst().ifPresent(lack -> {
            throw Refusal.invalid(lack.key(), lack.args()).at(lack.field());
        });
        ballots.cast(sitting, person, verdict);
        if (votes.count(sitting).state() == Count.State.DECIDED) {
            workflow.wake("sitting.Decided", sitting.instance());
        }
    }

    /** Takes a submission back before the first vote. */
    @Transactional
    public void retract(String program, String stage, int number, String person) {
        Sitting sitting = sittings.lock(numbered(program, stage, number).id());
        ballots.refuseUnlessOpen(sitting);
        if (!person.equals(sitting.submittedBy())) {
            throw Refusal.forbidden("gate.retract.other");
        }
        if (!votes.cast(sitting.id()).isEmpty()) {
            throw Refusal.conflict("gate.retract.voted");
        }
        sittings.retracted(sitting.id());
        ledger.append(program, "RETRACTED", person, null, stage, Map.of("sitting", number));
        workflow.wake("gate.Retracted", sitting.instance());
    }

    /** Takes up a program on hold before its date. */
    @Transactional
    public void resume(String program, String stage, int number, String person) {
        Sitting sitting = numbered(program, stage, number);
        boolean newest = sittings.ofInstance(sitting.instance()).id() == sitting.id();
        if (sitting.decision() != Decision.HOLD || !newest) {
            throw Refusal.conflict("gate.resume.not");
        }
        if (!person.equals(team.manager(program)) && !person.equals(team.sponsor(program))) {
            throw Refusal.forbidden("gate.resume.other");
        }
        ledger.append(program, "RESUMED", person, null, stage, Map.of("sitting", number));
        workflow.wake("gate.Resumed", sitting.instance());
    }

    /** Adds a note or a link; once a review is called its evidence is frozen. */
    @Transactional
    public String add(
            String program,
            String stage,
            int number,
            String person,
            String name,
            String text,
            @Nullable String criterion) {
        mustBelong(program, person);
        Sitting sitting = beforeTheCall(program, stage, number);
        return evidence.add(sitting.id(), name, "NOTE", text, person, sittings.now(), known(sitting, criterion));
    }

    /** Keeps a file beside the review, as long as it has not been called. */
    @Transactional
    public EvidenceFile bring(
            String program,
            String stage,
            int number,
            String person,
            String name,
            byte[] content,
            @Nullable String criterion) {
        mustBelong(program, person);
        Sitting sitting = beforeTheCall(program, stage, number);
        EvidenceFile file = files.add(Evidence.place(sitting.id()), name, content, person, sittings.now());
        evidence.file(sitting.id(), file, known(sitting, criterion));
        return file;
    }

    private void mustBelong(String program, String person) {
        if (!team.includes(program, person)) {
            throw Refusal.forbidden("gate.evidence.team");
        }
    }

    private @Nullable String known(Sitting sitting, @Nullable String criterion) {
        if (criterion == null || criterion.isBlank()) {
            return null;
        }
        Limits.known(criterion, ballots.known(sitting), "criterion");
        return criterion;
    }

    private Sitting beforeTheCall(String program, String stage, int number) {
        Sitting sitting = sittings.lock(numbered(program, stage, number).id());
        if (sitting.state() != Sitting.State.MEASURED && sitting.state() != Sitting.State.SUBMITTED) {
            throw Refusal.conflict("gate.evidence.closed");
        }
        return sitting;
    }

    private Sitting numbered(String program, String stage, int number) {
        return sittings.numbered(program, stage, number).orElseThrow(() -> Refusal.missing("gate.sitting.none"));
    }
}
