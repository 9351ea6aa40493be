package org.waymark.promise;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.ProgramStopped;
import org.waymark.process.Workflow;
import org.waymark.program.GateDoubted;
import org.waymark.web.Refusal;

/** What becomes of a condition: made, proved, confirmed, given more time, let go, or the gate is opened again. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Promises {

    private final Conditions conditions;
    private final Reopenings reopenings;
    private final Workflow workflow;
    private final Ledger ledger;
    private final Clock clock;

    Promises(Conditions conditions, Reopenings reopenings, Workflow workflow, Ledger ledger, Clock clock) {
        this.conditions = conditions;
        this.reopenings = reopenings;
        this.workflow = workflow;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes a promise down and starts its own run, which outlives the stage and, if need be, the journey. */
    public void make(long sitting, String program, String stage, Promise promise) {
        long id = conditions.add(sitting, promise);
        conditions.runsAs(id, workflow.startApart("condition", program, stage));
    }

    void give(Condition condition, String proof, String by) {
        conditions.given(condition.id(), proof, by, now());
        log(condition, "CONDITION_PROVED", by, proof);
    }

    void confirm(Condition condition, @Nullable String words, String by) {
        conditions.settled(condition.id(), "MET", "KEPT", words, by, now());
        log(condition, "CONDITION_KEPT", by, words);
    }

    void returned(Condition condition, String words, String by) {
        conditions.returned(condition.id(), words);
        log(condition, "CONDITION_RETURNED", by, words);
    }

    void extend(Condition condition, LocalDate due, String words, String by) {
        conditions.extended(condition.id(), due, words);
        log(condition, "CONDITION_EXTENDED", by, words + " (" + due + ")");
    }

    void waive(Condition condition, String words, String by) {
        conditions.settled(condition.id(), "WAIVED", "WAIVED", words, by, now());
        log(condition, "CONDITION_WAIVED", by, words);
    }

    void giveUp(Condition condition, String words, String by) {
        conditions.settled(condition.id(), "REOPENED", "REOPENED", words, by, now());
    }

    /** Starts the gate of the condition's stage once more; a gate that is open again already is not opened twice. */
    void reopen(Condition condition) {
        String by = condition.settledBy();
        if (by == null) {
            throw Refusal.conflict("gate.condition.unknown");
        }
        String reason = String.valueOf(condition.words());
        reopen(condition.program(), condition.stage(), condition.id(), reason, by);
        log(condition, "GATE_REOPENED", by, reason);
    }

    /** What a passed gate rested on does not come: it is decided once more, without a promise that was broken. */
    @EventListener
    void on(GateDoubted doubted) {
        reopen(doubted.program(), doubted.stage(), null, doubted.reason(), doubted.by());
        ledger.append(
                doubted.program(),
                "GATE_REOPENED",
                doubted.by(),
                null,
                doubted.stage(),
                Map.of("words", doubted.reason()));
    }

    private void reopen(String program, String stage, @Nullable Long promise, String reason, String by) {
        if (!reopenings.isOpen(program, stage)) {
            reopenings.add(program, stage, promise, reason, by, now());
            workflow.startApart("gate", program, stage);
        }
    }

    /** With the program everything promised in it ends. */
    @EventListener
    void on(ProgramStopped stopped) {
        OffsetDateTime now = now();
        conditions.withdraw(stopped.program(), now);
        reopenings.closeAll(stopped.program(), now);
    }

    private void log(Condition condition, String kind, String by, @Nullable String words) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("condition", condition.id());
        entry.put("sitting", condition.sitting());
        entry.put("text", condition.text());
        entry.put("owner", condition.owner());
        entry.put("words", words);
        ledger.append(condition.program(), kind, by, null, condition.stage(), entry);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
