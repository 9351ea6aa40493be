package org.waymark.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.ledger.Ledger;
import org.waymark.process.WholeAgain;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/**
 * The one thing a stranger may do: hand in the ballot that a link or a code was given for. The ballot begins blank, so
 * that whoever holds the link never reads what its owner has typed or answered before.
 */
@Service
class VoteDoor {

    static final Duration ENTRY_LASTS = Duration.ofMinutes(30);
    static final int MOST_WRONG_CODES = 30;

    private final Passes passes;
    private final Work work;
    private final WorkItems items;
    private final Team team;
    private final People people;
    private final Programs programs;
    private final Ledger ledger;
    private final WholeAgain whole;
    private final Clock clock;

    VoteDoor(
            Passes passes,
            Work work,
            WorkItems items,
            Team team,
            People people,
            Programs programs,
            Ledger ledger,
            WholeAgain whole,
            Clock clock) {
        this.passes = passes;
        this.work = work;
        this.items = items;
        this.team = team;
        this.people = people;
        this.programs = programs;
        this.ledger = ledger;
        this.whole = whole;
        this.clock = clock;
    }

    /** A ballot as the holder of its link sees it. */
    record Ballot(Pass pass, Work.Sheet sheet, String voter, String programName) {}

    /** The blank ballot behind an address. */
    Ballot open(String secret, @Nullable String signedIn) {
        return ballot(valid(secret, signedIn), Map.of());
    }

    /** Hands the vote in; answers the ballot again when something is still missing, and nothing when it counts. */
    @Nullable
    Ballot handIn(String secret, Map<String, List<String>> typed, @Nullable String signedIn) {
        return whole.run(() -> once(secret, typed, signedIn));
    }

    private @Nullable Ballot once(String secret, Map<String, List<String>> typed, @Nullable String signedIn) {
        // one at a time per program: whoever comes second finds the link used
        ledger.enter(found(secret).program());
        Pass pass = valid(secret, signedIn);
        Ballot ballot = ballot(pass, typed);
        if (!ballot.sheet().missing().isEmpty()) {
            return ballot;
        }
        if (!passes.use(pass.id(), now())) {
            throw Refusal.conflict("workshop.vote.closed");
        }
        ledger.append(
                pass.program(),
                "VOTED_BY_LINK",
                pass.person(),
                null,
                ballot.sheet().task().taskKey(),
                Map.of("kind", pass.kind(), "madeBy", pass.madeBy()));
        work.handIn(pass.task(), pass.person(), typed);
        return null;
    }

    /** The program whose room this door leads to, as long as it is open. */
    String room(String door) {
        return programs.nameOf(session(openDoor(door)));
    }

    /** Exchanges a personal code for the address of its ballot; too many wrong ones close the door. */
    String enter(String door, String code) {
        Passes.Door room = openDoor(door);
        String hash = Secrets.hash(room.session(), code);
        Pass pass = passes.byCode(hash).orElse(null);
        if (pass == null || !pass.state(now()).equals("OPEN")) {
            passes.missed(room.id());
            throw Refusal.missing("workshop.vote.wrong-code");
        }
        check(pass, null);
        String secret = Secrets.token();
        passes.enter(pass.id(), Secrets.hash(secret), until(pass));
        return secret;
    }

    /** Typing a code again begins another half hour, but never beyond the day the code was made for. */
    private OffsetDateTime until(Pass pass) {
        OffsetDateTime soon = now().plus(ENTRY_LASTS);
        OffsetDateTime last = pass.madeAt().plus(VotingByLink.CODE_LASTS);
        return soon.isBefore(last) ? soon : last;
    }

    private Passes.Door openDoor(String secret) {
        Passes.Door door = passes.door(Secrets.hash(secret)).orElseThrow(VoteDoor::unknown);
        if (!door.closesAt().isAfter(now()) || door.misses() >= MOST_WRONG_CODES) {
            throw Refusal.conflict("workshop.vote.door-closed");
        }
        return door;
    }

    private String session(Passes.Door door) {
        return passes.programOf(door.session());
    }

    private Pass valid(String secret, @Nullable String signedIn) {
        Pass pass = found(secret);
        check(pass, signedIn);
        return pass;
    }

    private Pass found(String secret) {
        return passes.byAddress(Secrets.hash(secret)).orElseThrow(VoteDoor::unknown);
    }

    private static Refusal unknown() {
        return Refusal.missing("workshop.vote.unknown");
    }

    private void check(Pass pass, @Nullable String signedIn) {
        if (signedIn != null && !signedIn.equals(pass.person())) {
            throw Refusal.forbidden("workshop.vote.signed-in");
        }
        switch (pass.state(now())) {
            case "USED" -> throw Refusal.conflict("workshop.vote.used");
            case "WITHDRAWN" -> throw Refusal.conflict("workshop.vote.withdrawn");
            case "EXPIRED" -> throw Refusal.conflict("workshop.vote.expired");
            default -> {}
        }
        WorkItem item = items.find(pass.task()).orElseThrow(VoteDoor::unknown);
        if (!item.isOpen()) {
            throw Refusal.conflict("workshop.vote.closed");
        }
        boolean still = pass.person().equals(item.assignee())
                && team.includes(pass.program(), pass.person())
                && people.find(pass.person()).filter(Person::active).isPresent();
        if (!still) {
            throw Refusal.conflict("workshop.vote.not-asked");
        }
    }

    private Ballot ballot(Pass pass, Map<String, List<String>> typed) {
        return new Ballot(
                pass,
                work.look(pass.task(), pass.person(), typed),
                people.nameOf(pass.person()),
                programs.nameOf(pass.program()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
