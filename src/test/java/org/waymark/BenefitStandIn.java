package org.waymark;

import java.util.Date;

/** Stand-in for the bean of a benefit that is looked at. */
@SuppressWarnings("unused") // called by expressions
public final class BenefitStandIn {

    private final StandIns answers;

    BenefitStandIn(StandIns answers) {
        this.answers = answers;
    }

    public Date opensAt(String program, String instance) {
        return StandIns.soon();
    }

    public String openQuarter(String program, String instance) {
        return answers.outcomes.remove();
    }

    public String owner(String program, String instance) {
        return "owner";
    }

    public Date reportBy(String program, String instance) {
        return StandIns.soon();
    }

    public Date overrunAt(String program, String instance) {
        return StandIns.soon();
    }

    public String missQuarter(String program, String instance) {
        answers.told.add("missed");
        return answers.outcomes.remove();
    }

    public String confirmer(String program, String instance) {
        return "finance";
    }

    public Date confirmBy(String program, String instance) {
        return StandIns.soon();
    }

    public String settleConfirmation(String program, String instance) {
        return answers.outcomes.remove();
    }

    public String measureDrift(String program, String instance) {
        return answers.outcomes.remove();
    }

    public String decider(String program, String instance) {
        return "sponsor";
    }

    public Date decideBy(String program, String instance) {
        return StandIns.soon();
    }

    public String settleDrift(String program, String instance) {
        return answers.outcomes.remove();
    }

    public void reopenRoiGate(String program, String instance) {
        answers.told.add("reopen");
    }

    public String closeQuarter(String program, String instance) {
        return answers.outcomes.remove();
    }
}
