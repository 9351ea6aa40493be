package org.waymark.gate;

/** The six things a sponsor can decide. */
public enum Decision {
    GO(Outcome.PASS),
    CONDITIONAL_GO(Outcome.PASS),
    RECYCLE(Outcome.RECYCLE),
    KILL(Outcome.KILL),
    HOLD(Outcome.HOLD),
    MORE_INFORMATION(Outcome.MORE_INFORMATION);

    private final Outcome outcome;

    Decision(Outcome outcome) {
        this.outcome = outcome;
    }

    /** Where it takes the program: two kinds of go are one way on. */
    public Outcome outcome() {
        return outcome;
    }

    boolean passes() {
        return outcome == Outcome.PASS;
    }
}
