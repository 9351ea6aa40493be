package org.waymark.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Contributions;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Lets people vote who will never sign in: personal links, codes for a room, and the room's door. */
@Service
public class VotingByLink {

    /** The stages whose contribution is a ballot that fits on a phone in ten minutes. */
    static final List<String> STAGES = List.of("values", "maturity");

    static final Duration LINK_LASTS = Duration.ofHours(48);
    static final Duration MAILED_LASTS = Duration.ofHours(12);
    static final Duration CODE_LASTS = Duration.ofHours(12);
    static final Duration DOOR_OPEN = Duration.ofMinutes(10);

    private final Passes passes;
    private final Workshops workshops;
    private final Contributions contributions;
    private final WorkItems items;
    private final Team team;
    private final Ledger ledger;
    private final Clock clock;

    VotingByLink(
            Passes passes,
            Workshops workshops,
            Contributions contributions,
            WorkItems items,
            Team team,
            Ledger ledger,
            Clock clock) {
        this.passes = passes;
        this.workshops = workshops;
        this.contributions = contributions;
        this.items = items;
        this.team = team;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A code on paper and whose it is; it is shown once and kept nowhere. */
    public record Slip(String person, String code) {}

    /** Whether somebody may give links out: the program's manager and its facilitators. */
    boolean gives(String code, String person) {
        return team.holding(code, Part.MANAGER).contains(person)
                || team.holding(code, Part.FACILITATOR).contains(person);
    }

    /** The ballots that still wait for somebody. */
    List<WorkItem> waiting(String code) {
        List<WorkItem> waiting = new ArrayList<>();
        for (String stage : STAGES) {
            waiting.addAll(waiting(code, stage));
        }
        return waiting;
    }

    private List<WorkItem> waiting(String code, String stage) {
        Contributions.Round round = STAGES.contains(stage) ? contributions.open(code, stage) : null;
        return round == null
                ? List.of()
                : items.open(code, round.taskKey()).stream()
                        .filter(item -> item.assignee() != null && team.includes(code, item.assignee()))
                        .toList();
    }

    /** The ballot of a task, as long as it waits for somebody. */
    Optional<WorkItem> ballot(String code, String task) {
        return waiting(code).stream().filter(item -> item.task().equals(task)).findFirst();
    }

    List<Pass> given(String code) {
        return passes.of(code);
    }

    /** Makes a link for one person's open ballot and answers its secret; what was given for it before ends. */
    @Transactional
    public String link(String code, String task, String by) {
        mayGive(code, by);
        ledger.enter(code);
        WorkItem item = ballot(code, task).orElseThrow(() -> Refusal.conflict("workshop.link.no-ballot"));
        String secret = Secrets.token();
        passes.withdrawAll(task, now());
        give(item, null, Secrets.hash(secret), by, LINK_LASTS);
        return secret;
    }

    /** Makes a code for everybody whose ballot of the block that runs is still open. */
    @Transactional
    public List<Slip> codes(long session, String by) {
        Session room = leading(session, by);
        List<Slip> slips = new ArrayList<>();
        for (WorkItem item : waiting(room.program(), room.block().name())) {
            String code = Secrets.code();
            passes.withdrawAll(item.task(), now());
            give(item, session, Secrets.hash(session, code), by, CODE_LASTS);
            slips.add(new Slip(Objects.requireNonNull(item.assignee()), code));
        }
        if (slips.isEmpty()) {
            throw Refusal.conflict("workshop.link.no-ballot");
        }
        return slips;
    }

    /** Opens the room's door for ten minutes and answers its secret; one opened before stays until its time. */
    @Transactional
    public String door(long session, String by) {
        Session room = leading(session, by);
        if (waiting(room.program(), room.block().name()).isEmpty()) {
            throw Refusal.conflict("workshop.link.no-ballot");
        }
        String secret = Secrets.token();
        passes.openDoor(session, Secrets.hash(secret), by, now().plus(DOOR_OPEN));
        return secret;
    }

    @Transactional
    public void withdraw(String code, long id, String by) {
        mayGive(code, by);
        ledger.enter(code);
        Pass pass = passes.get(id)
                .filter(one -> one.program().equals(code))
                .orElseThrow(() -> Refusal.missing("workshop.link.unknown"));
        if (passes.withdraw(id, now())) {
            ledger.append(code, "BALLOT_LINK_WITHDRAWN", by, null, pass.person(), Map.of("kind", pass.kind()));
        }
    }

    /** Makes the link of a mail that was asked for at a moment: what was given for the ballot since then stays. */
    OffsetDateTime mail(WorkItem item, String hash, String by, OffsetDateTime asked) {
        passes.withdrawUntil(asked, item.task(), now());
        return give(item, null, hash, by, MAILED_LASTS);
    }

    /** Answers until when it opens the ballot. */
    private OffsetDateTime give(WorkItem item, @Nullable Long session, String hash, String by, Duration lasts) {
        OffsetDateTime now = now();
        OffsetDateTime until = now.plus(lasts);
        String person = Objects.requireNonNull(item.assignee());
        passes.keep(item.program(), item.task(), person, session, hash, by, now, until);
        ledger.append(
                item.program(),
                "BALLOT_LINK_MADE",
                by,
                null,
                person,
                Map.of("kind", session == null ? Pass.LINK : Pass.CODE, "task", item.taskKey()));
        return until;
    }

    void mayGive(String code, String by) {
        team.mustSee(code, by);
        if (!gives(code, by)) {
            throw Refusal.forbidden("workshop.link.who");
        }
    }

    private Session leading(long id, String by) {
        Session seen = workshops.get(id, by);
        if (!workshops.leads(seen, by)) {
            throw Refusal.forbidden("workshop.leads");
        }
        ledger.enter(seen.program());
        Session room = workshops.get(id, by);
        if (!room.isRunning()) {
            throw Refusal.conflict("workshop.not-running");
        }
        return room;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
