package org.waymark.hook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waymark.ledger.Entry;

/**
 * What other systems may hear of, each by the kind of line in the decision record that tells it. Nobody's name, vote,
 * reason or money is among what is passed on: only the figures named here.
 */
enum Happening {
    PROGRAM_LAUNCHED("program.launched", "LAUNCHED", false, "depth"),
    GATE_CONVENED("gate.convened", "CONVENED", true, "sitting", "quorum"),
    GATE_DECIDED("gate.decided", "DECIDED", true, "sitting", "round", "decision"),
    GATE_RETRACTED("gate.retracted", "RETRACTED", true, "sitting"),
    GATE_RESUMED("gate.resumed", "RESUMED", true, "sitting"),
    GATE_REOPENED("gate.reopened", "GATE_REOPENED", true),
    CONDITION_KEPT("condition.kept", "CONDITION_KEPT", true, "condition"),
    CONDITION_EXTENDED("condition.extended", "CONDITION_EXTENDED", true, "condition"),
    CONDITION_WAIVED("condition.waived", "CONDITION_WAIVED", true, "condition"),
    PLAN_LOCKED("plan.locked", "PLAN_LOCKED", true, "version"),
    BENEFIT_CONFIRMED("benefit.confirmed", "BENEFIT_CONFIRMED", false, "line", "quarter"),
    PROGRAM_COMPLETED("program.completed", "COMPLETED", false),
    PROGRAM_STOPPED("program.stopped", "STOPPED", true);

    private final String type;
    private final String kind;
    private final boolean atStage;
    private final List<String> figures;

    Happening(String type, String kind, boolean atStage, String... figures) {
        this.type = type;
        this.kind = kind;
        this.atStage = atStage;
        this.figures = List.of(figures);
    }

    static Optional<Happening> of(Entry line) {
        return Arrays.stream(values())
                .filter(one -> one.kind.equals(line.kind()))
                .findFirst();
    }

    /** The name receivers know it by. */
    String type() {
        return type;
    }

    /** Whether the line is about a stage of the journey. */
    boolean atStage() {
        return atStage;
    }

    /** What is passed on from the line's data. */
    List<String> figures() {
        return figures;
    }
}
