package org.waymark;

import java.util.Date;
import java.util.List;

/** Stand-in for the gate's bean. */
@SuppressWarnings("unused") // called by expressions
public final class GateStandIn {

    private final StandIns answers;

    GateStandIn(StandIns answers) {
        this.answers = answers;
    }

    public String measureCriteria(String program, String instance) {
        return answers.submission;
    }

    public String submitter(String program, String instance) {
        return "manager";
    }

    public void convene(String program, String instance) {
        answers.told.add("convene");
    }

    public List<String> nextRound(String program, String instance) {
        return List.of("sponsor");
    }

    public Boolean roundOver(String program, String instance) {
        return false;
    }

    public String countVotes(String program, String instance) {
        return --answers.rounds > 0 ? "NEXT" : "DONE";
    }

    public String closeSitting(String program, String instance) {
        return answers.outcomes.remove();
    }

    public String recycleTo(String program, String instance) {
        return answers.recycleTo;
    }

    public Date holdUntil(String program, String instance) {
        return StandIns.soon();
    }

    public List<String> asked(String program, String instance) {
        return List.of("anna", "ben");
    }

    public Date decideBy(String program, String instance) {
        return StandIns.soon();
    }

    public Date submitBy(String program, String instance) {
        return StandIns.soon();
    }

    public Date answerBy(String program, String instance) {
        return StandIns.soon();
    }

    public Date escalateAt(String program, String instance) {
        return StandIns.soon();
    }

    public void remindGatekeepers(String program, String instance) {
        answers.told.add("remind decideGate");
    }

    public void escalateDecision(String program, String instance) {
        answers.told.add("escalate decideGate");
    }
}
