package org.waymark;

import java.util.Date;

/** Stand-in for the condition's bean. */
@SuppressWarnings("unused") // called by expressions
public final class ConditionStandIn {

    private final StandIns answers;

    ConditionStandIn(StandIns answers) {
        this.answers = answers;
    }

    public String owner(String program, String instance) {
        return "owner";
    }

    public Date dueDate(String program, String instance) {
        return StandIns.soon();
    }

    public Date remindAt(String program, String instance) {
        return StandIns.soon();
    }

    public Date overdueAt(String program, String instance) {
        return StandIns.soon();
    }

    public void remindOwner(String program, String instance) {
        answers.told.add("remind fulfilCondition");
    }

    public void escalateCondition(String program, String instance) {
        answers.told.add("escalate fulfilCondition");
    }

    public String confirmer(String program, String instance) {
        return "sponsor";
    }

    public Date confirmBy(String program, String instance) {
        return StandIns.soon();
    }

    public String settleProof(String program, String instance) {
        return answers.outcomes.remove();
    }

    public String settleOverdue(String program, String instance) {
        return answers.outcomes.remove();
    }

    public void reopenGate(String program, String instance) {
        answers.told.add("reopen");
    }
}
