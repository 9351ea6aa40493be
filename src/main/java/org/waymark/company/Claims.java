package org.waymark.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every program's claims, round by round. */
@Repository
class Claims {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Claims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void save(String program, String subject, int round, List<Claim> claims) {
        jdbc.sql("delete from company_claim where subject = ? and program = ? and round = ?")
                .params(subject, program, round)
                .update();
        if (claims.isEmpty()) {
            return;
        }
        OffsetDateTime now = now();
        List<Object> params = new ArrayList<>();
        claims.forEach(claim -> params.addAll(
                List.of(subject, claim.item(), program, round, claim.said(), write(claim.details()), now)));
        jdbc.sql("insert into company_claim (subject, item, program, round, said, details, claimed_at) values "
                        + claims.stream().map(claim -> "(?, ?, ?, ?, ?, ?, ?)").collect(Collectors.joining(", ")))
                .params(params)
                .update();
    }

    int hold(String program, String subject, int round) {
        return jdbc.sql("""
                        update company_claim set held_at = ?
                        where subject = ? and program = ? and round = ? and held_at is null
                        """).params(now(), subject, program, round).update();
    }

    /** A new version of one held item; what the program took over from another becomes its own claim. */
    void correct(String program, String subject, int round, Claim claim) {
        OffsetDateTime now = now();
        jdbc.sql("delete from company_claim where subject = ? and item = ? and program = ? and round = ?")
                .params(subject, claim.item(), program, round)
                .update();
        jdbc.sql("insert into company_claim (subject, item, program, round, said, details, claimed_at, held_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(subject, claim.item(), program, round, claim.said(), write(claim.details()), now, now)
                .update();
    }

    /** The newest held claim of each item; its day is asked once an item, not once for each of its claims. */
    List<Truth> held(String subject) {
        return read("""
                (item, held_at) in (select known.item, (select max(newest.held_at) from company_claim newest
                        where newest.subject = :subject and newest.item = known.item)
                    from (select distinct item from company_claim where subject = :subject) known)
                """, subject);
    }

    /** Each program's newest claims, as long as its gate has not said go. */
    List<Truth> waiting(String subject) {
        return read("""
                held_at is null and round = (select max(newest.round) from company_claim newest
                    where newest.subject = claim.subject and newest.program = claim.program)
                """, subject);
    }

    List<Truth> waiting(String program, String subject, int round) {
        return read("held_at is null and program = :program and round = :round", subject, program, round);
    }

    /** The items a program spoke for itself in any round. */
    List<String> spokenFor(String program, String subject) {
        return jdbc.sql("select distinct item from company_claim where program = ? and subject = ?")
                .params(program, subject)
                .query(String.class)
                .list();
    }

    void take(String program, String subject, int round, List<Taken> taken) {
        jdbc.sql("delete from company_taken where program = ? and subject = ? and round = ?")
                .params(program, subject, round)
                .update();
        if (taken.isEmpty()) {
            return;
        }
        List<Object> params = new ArrayList<>();
        taken.forEach(one ->
                params.addAll(List.of(program, subject, round, one.item(), one.said(), one.since(), one.source())));
        jdbc.sql("insert into company_taken (program, subject, round, item, said, since, source) values "
                        + taken.stream().map(one -> "(?, ?, ?, ?, ?, ?, ?)").collect(Collectors.joining(", ")))
                .params(params)
                .update();
    }

    List<Taken> taken(String program, String subject, int round) {
        return jdbc.sql("select item, said, since, source from company_taken"
                        + " where program = ? and subject = ? and round = ? order by item")
                .params(program, subject, round)
                .query(Taken.class)
                .list();
    }

    private List<Truth> read(String where, String subject) {
        return read(where, subject, "", 0);
    }

    private List<Truth> read(String where, String subject, String program, int round) {
        return jdbc.sql("""
                        select item, said, details, program, claimed_at, held_at from company_claim claim
                        where subject = :subject and
                        """ + where + " order by item, program")
                .param("subject", subject)
                .param("program", program)
                .param("round", round)
                .query((row, at) -> truth(row))
                .list();
    }

    private Truth truth(ResultSet row) throws SQLException {
        OffsetDateTime held = row.getObject("held_at", OffsetDateTime.class);
        OffsetDateTime at = held == null ? row.getObject("claimed_at", OffsetDateTime.class) : held;
        return new Truth(
                row.getString("item"),
                row.getString("said"),
                read(row.getString("details")),
                row.getString("program"),
                at.atZoneSameInstant(clock.getZone()).toLocalDate(),
                held != null);
    }

    private String write(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String details) {
        try {
            return json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
