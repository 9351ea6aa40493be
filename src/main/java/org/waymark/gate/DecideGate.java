package org.waymark.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.People;
import org.waymark.web.Refusal;

/** The sponsor's task: decide, on one page. */
@Component
class DecideGate implements TaskWork<Verdict> {

    private final Sittings sittings;
    private final Ballots ballots;
    private final Votes votes;
    private final StandingIn standingIn;
    private final DecisionPage page;
    private final People people;

    DecideGate(
            Sittings sittings, Ballots ballots, Votes votes, StandingIn standingIn, DecisionPage page, People people) {
        this.sittings = sittings;
        this.ballots = ballots;
        this.votes = votes;
        this.standingIn = standingIn;
        this.page = page;
        this.people = people;
    }

    @Override
    public String key() {
        return "decideGate";
    }

    @Override
    public Class<Verdict> type() {
        return Verdict.class;
    }

    @Override
    public Verdict begin(WorkItem task) {
        return page.start(sittings.ofInstance(task.instance()), ballots.today(person(task)));
    }

    @Override
    public void check(WorkItem task, Verdict draft) {
        Sitting sitting = sittings.ofInstance(task.instance());
        Limits.verdict(draft, ballots.known(sitting), ballots.scores(sitting));
    }

    @Override
    public List<Missing> missing(WorkItem task, Verdict draft) {
        return ballots.missing(sittings.ofInstance(task.instance()), person(task), draft);
    }

    @Override
    public void submit(WorkItem task, Verdict draft) {
        ballots.cast(sittings.ofInstance(task.instance()), person(task), draft);
    }

    /** A late click is told who decided, and when. */
    @Override
    public @Nullable Refusal closedBy(WorkItem task) {
        return ballots.decidedSince(task.instance(), task.created())
                .map(ballots::decided)
                .orElse(null);
    }

    @Override
    public @Nullable String onBehalfOf(WorkItem task) {
        return votes.behalf(sittings.ofInstance(task.instance()).id(), person(task));
    }

    @Override
    public @Nullable String standsInFor(WorkItem task, String person) {
        return standingIn.principals(sittings.ofInstance(task.instance()), person).stream()
                .filter(one -> one.equals(task.assignee()))
                .map(people::nameOf)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Set<String> standIns(WorkItem task) {
        Sitting sitting = sittings.ofInstance(task.instance());
        Set<String> standIns = standingIn.standIns(sitting, person(task));
        standingIn.tell(sitting, standIns, task.task(), person(task));
        return standIns;
    }

    @Override
    public void standIn(WorkItem task, String person) {
        Sitting sitting = sittings.ofInstance(task.instance());
        standingIn.claim(sitting.program(), sitting.stage(), sitting.number(), task.assignee(), person);
    }

    /** A vote is given by the person who was asked; the seat moves only with the part. */
    @Override
    public boolean passable(WorkItem task) {
        return false;
    }

    @Override
    public View view(WorkItem task, Verdict draft) {
        Sitting sitting = sittings.ofInstance(task.instance());
        Map<String, Object> model = page.model(sitting, person(task), draft);
        int conditions = draft.promises().size();
        return draft.decision() == null
                ? new View("gate/decide", model, "gate.decideGate.button")
                : new View(
                        "gate/decide",
                        model,
                        "gate.decideGate.button." + draft.decision(),
                        task.program(),
                        conditions,
                        page.stageName(draft.recycleTo()),
                        page.date(draft.holdUntil()));
    }

    private static String person(WorkItem task) {
        String person = task.assignee();
        if (person == null) {
            throw Refusal.forbidden("gate.vote.panel");
        }
        return person;
    }
}
