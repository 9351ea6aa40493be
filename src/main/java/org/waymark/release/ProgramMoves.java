package org.waymark.release;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.process.Collision;
import org.waymark.process.carry.Carried;
import org.waymark.process.carry.Releases;
import org.waymark.process.carry.Standing;
import org.waymark.web.Refusal;
import org.waymark.web.Sha256;

/** Moves a running program to the newest release, in one transaction and by itself; first one looks, then one moves. */
@Service
class ProgramMoves {

    private static final int LONGEST_REASON = 400;

    private final Releases releases;
    private final Ledger ledger;
    private final MoveWords words;
    private final TransactionTemplate transaction;

    ProgramMoves(Releases releases, Ledger ledger, MoveWords words, TransactionTemplate transaction) {
        this.releases = releases;
        this.ledger = ledger;
        this.words = words;
        this.transaction = transaction;
    }

    /** A dry run: everything is done and nothing is kept. */
    Look look(String program) {
        return alone(
                program,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    ledger.enter(program);
                    Standing before = releases.standing(program);
                    List<Entry> record = ledger.of(program);
                    int drafts = releases.drafts(program);
                    boolean busy = releases.busy(program);
                    Carried carried = releases.carry(program);
                    Look.Kept kept = new Look.Kept(
                            count(record, "DECIDED"),
                            count(record, "SUBMITTED"),
                            count(record, "VOTED"),
                            drafts,
                            drafts - releases.drafts(program));
                    return new Look(program, mark(before, program), carried, kept, why(before, busy, carried));
                })));
    }

    private @Nullable String why(Standing before, boolean busy, Carried carried) {
        if (!before.older()) {
            return words.newest();
        }
        if (busy) {
            return words.busy();
        }
        return carried.possible() ? null : words.obstacles(carried.obstacles());
    }

    private static long count(List<Entry> record, String kind) {
        return record.stream().filter(line -> line.kind().equals(kind)).count();
    }

    private String mark(Standing standing, String program) {
        long lines =
                ledger.latest(program, 1).stream().mapToLong(Entry::sequence).sum();
        return Sha256.hex(standing.mark() + lines);
    }

    /** Moves it, if it still stands as it stood when somebody looked; otherwise nothing is changed. */
    Carried move(String program, String seen, String reason, String by) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Refusal.invalid("release.reason", LONGEST_REASON).at("reason");
        }
        return alone(
                program,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    ledger.enter(program);
                    Standing before = releases.standing(program);
                    if (!mark(before, program).equals(seen)) {
                        throw Refusal.conflict("release.changed", program);
                    }
                    Carried carried = releases.carry(program);
                    String against = why(before, releases.busy(program), carried);
                    if (against != null) {
                        throw Refusal.conflict("release.refused", against);
                    }
                    ledger.append(
                            program,
                            "RELEASE_MOVED",
                            by,
                            null,
                            String.join(", ", before.olderDiagrams()),
                            data(carried, why));
                    return carried;
                })));
    }

    private static Map<String, Object> data(Carried carried, String why) {
        Map<String, Object> data = new TreeMap<>();
        data.put("reason", why);
        data.put(
                "versions",
                carried.parts().stream()
                        .map(part -> part.diagram() + " " + part.from() + " > " + part.to())
                        .toList());
        data.put(
                "steps",
                carried.steps().stream()
                        .filter(step -> !step.was().equals(step.is()))
                        .map(step -> step.diagram() + ": " + step.was() + " > " + step.is())
                        .toList());
        data.put(
                "timers",
                carried.timers().stream()
                        .filter(Carried.Timer::moved)
                        .map(timer -> timer.element() + ": " + timer.before() + " > " + timer.after())
                        .toList());
        return data;
    }

    /** Where somebody else is writing to the same program, it is looked at again later instead of waited for. */
    private static <T> T alone(String program, Supplier<T> act) {
        try {
            return act.get();
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal != null) {
                throw refusal;
            }
            if (Collision.in(e)) {
                throw Refusal.conflict("release.busy.now", program);
            }
            throw e;
        }
    }
}
