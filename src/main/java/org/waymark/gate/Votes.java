package org.waymark.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The panel of a review and its votes; one vote a person, readable by its owner alone until the close where the route does not open it. */
@Repository
class Votes {

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Votes(JdbcClient db) {
        this.db = db;
    }

    /** A seat on the panel. */
    record Seat(
            String person,
            String part,
            int turn,
            boolean veto,
            @Nullable String onBehalfOf) {

        /** Whose seat it is, whoever sits on it now. */
        String principal() {
            return onBehalfOf == null ? person : onBehalfOf;
        }
    }

    /** A vote as stored. */
    record Vote(
            String person,
            Decision decision,
            @Nullable String reason,
            String payload,
            boolean chair,
            boolean counted,
            OffsetDateTime castAt) {}

    List<Seat> panel(long sitting) {
        return db.sql(
                        "select person, part, turn, veto, on_behalf_of from gate_panel where sitting = ? order by turn, person")
                .param(sitting)
                .query(Seat.class)
                .list();
    }

    void seat(long sitting, Seat seat) {
        db.sql("insert into gate_panel (sitting, person, part, turn, veto, on_behalf_of) values (?, ?, ?, ?, ?, ?)")
                .param(sitting)
                .param(seat.person())
                .param(seat.part())
                .param(seat.turn())
                .param(seat.veto())
                .param(seat.onBehalfOf())
                .update();
    }

    /** Another person on the same seat; with the name of whose place it is, if it is only for a while. */
    int reseat(long sitting, String from, String to, @Nullable String onBehalfOf) {
        return db.sql("update gate_panel set person = ?, on_behalf_of = ? where sitting = ? and person = ?")
                .param(to)
                .param(onBehalfOf)
                .param(sitting)
                .param(from)
                .update();
    }

    void unseat(long sitting, String person) {
        db.sql("delete from gate_panel where sitting = ? and person = ?")
                .params(sitting, person)
                .update();
    }

    Set<String> people(long sitting) {
        return panel(sitting).stream().map(Seat::person).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In whose place somebody sits on the panel. */
    @Nullable
    String behalf(long sitting, String person) {
        return panel(sitting).stream()
                .filter(seat -> seat.person().equals(person) && seat.onBehalfOf() != null)
                .map(Seat::principal)
                .findFirst()
                .orElse(null);
    }

    List<Vote> cast(long sitting) {
        return db.sql(
                        "select person, decision, reason, payload, chair, counted, cast_at from gate_vote where sitting = ? order by id")
                .param(sitting)
                .query(Vote.class)
                .list();
    }

    Optional<Vote> of(long sitting, String person) {
        return cast(sitting).stream()
                .filter(vote -> vote.person().equals(person))
                .findFirst();
    }

    void cast(long sitting, String person, Verdict verdict, Decision decision, boolean chair, OffsetDateTime at) {
        int updated = db.sql(
                        "update gate_vote set decision = ?, reason = ?, payload = ?, chair = ?, cast_at = ? where sitting = ? and person = ?")
                .param(decision.name())
                .param(verdict.why())
                .param(write(verdict))
                .param(chair)
                .param(at)
                .param(sitting)
                .param(person)
                .update();
        if (updated == 0) {
            db.sql("""
                            insert into gate_vote (sitting, person, decision, reason, payload, chair, counted, cast_at)
                            values (?, ?, ?, ?, ?, ?, false, ?)
                            """)
                    .param(sitting)
                    .param(person)
                    .param(decision.name())
                    .param(verdict.why())
                    .param(write(verdict))
                    .param(chair)
                    .param(at)
                    .update();
        }
    }

    void counted(long sitting, Collection<String> people) {
        people.forEach(person -> db.sql("update gate_vote set counted = true where sitting = ? and person = ?")
                .params(sitting, person)
                .update());
    }

    /** Counts the review's votes as they stand. */
    Count count(Sitting sitting) {
        List<Seat> seats = panel(sitting.id());
        List<Vote> votes = cast(sitting.id());
        List<Count.Ballot> ballots = votes.stream()
                .map(vote -> new Count.Ballot(
                        vote.person(),
                        read(vote.payload()),
                        vote.decision(),
                        seats.stream()
                                .anyMatch(seat -> seat.veto() && seat.person().equals(vote.person())),
                        vote.chair()))
                .toList();
        List<Seat> out = seats.stream()
                .filter(seat -> votes.stream().noneMatch(vote -> vote.person().equals(seat.person())))
                .toList();
        int vetoes = (int) out.stream().filter(Seat::veto).count();
        return Count.of(ballots, out.size(), vetoes + owed(sitting, seats, votes), sitting.quorum());
    }

    /** Voices for a go that parts still owe; a part cannot owe more than it has seats. */
    private static int owed(Sitting sitting, List<Seat> seats, List<Vote> votes) {
        int owed = 0;
        for (Map.Entry<String, Integer> least : sitting.least().entrySet()) {
            List<String> people = seats.stream()
                    .filter(seat -> seat.part().equals(least.getKey()))
                    .map(Seat::person)
                    .toList();
            long go = votes.stream()
                    .filter(vote ->
                            people.contains(vote.person()) && vote.decision().passes())
                    .count();
            owed += (int) Math.max(0, Math.min(least.getValue(), people.size()) - go);
        }
        return owed;
    }

    Verdict read(String payload) {
        try {
            return json.readValue(payload, Verdict.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored vote cannot be read", e);
        }
    }

    private String write(Verdict verdict) {
        try {
            return json.writeValueAsString(verdict);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A vote cannot be written", e);
        }
    }
}
