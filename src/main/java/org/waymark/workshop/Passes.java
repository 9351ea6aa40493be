package org.waymark.workshop;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The leaves that were given, and the doors of rooms. */
@Repository
class Passes {

    private static final int SHOWN = 60;
    private static final String SELECT = """
            select id, program, task, person, kind, session, made_by, made_at, expires_at, used_at, withdrawn_at
            from workshop_pass
            """;

    private final JdbcClient jdbc;

    Passes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The door of a room: until when it is open, and how many wrong codes it has heard. */
    record Door(long id, long session, OffsetDateTime closesAt, int misses) {}

    void keep(
            String program,
            String task,
            String person,
            @Nullable Long session,
            String hash,
            String by,
            OffsetDateTime now,
            OffsetDateTime until) {
        jdbc.sql("""
                        insert into workshop_pass
                            (program, task, person, kind, session, secret_hash, made_by, made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(program, task, person, session == null ? Pass.LINK : Pass.CODE, session, hash, by, now, until)
                .update();
    }

    Optional<Pass> get(long id) {
        return jdbc.sql(SELECT + " where id = ?").param(id).query(Pass.class).optional();
    }

    /** What an address opens: a personal link, or what a code was exchanged for. */
    Optional<Pass> byAddress(String hash) {
        return jdbc.sql(SELECT + " where (kind = 'LINK' and secret_hash = :hash) or entry_hash = :hash")
                .param("hash", hash)
                .query(Pass.class)
                .optional();
    }

    Optional<Pass> byCode(String hash) {
        return jdbc.sql(SELECT + " where kind = 'CODE' and secret_hash = ?")
                .param(hash)
                .query(Pass.class)
                .optional();
    }

    List<Pass> of(String program) {
        return jdbc.sql(SELECT + " where program = ? order by made_at desc, id desc fetch first " + SHOWN
                        + " rows only")
                .param(program)
                .query(Pass.class)
                .list();
    }

    /** Exchanges a code for an address of its own, which is good for a short while. */
    void enter(long id, String entryHash, OffsetDateTime until) {
        jdbc.sql("update workshop_pass set entry_hash = ?, expires_at = ? where id = ?")
                .params(entryHash, until, id)
                .update();
    }

    /** True for the first who uses it. */
    boolean use(long id, OffsetDateTime now) {
        return jdbc.sql("update workshop_pass set used_at = ? where id = ? and used_at is null"
                                + " and withdrawn_at is null")
                        .params(now, id)
                        .update()
                == 1;
    }

    boolean withdraw(long id, OffsetDateTime now) {
        return jdbc.sql("update workshop_pass set withdrawn_at = ? where id = ? and used_at is null"
                                + " and withdrawn_at is null")
                        .params(now, id)
                        .update()
                == 1;
    }

    /** What was given for a ballot before ends when something new is given for it. */
    void withdrawAll(String task, OffsetDateTime now) {
        jdbc.sql("update workshop_pass set withdrawn_at = ? where task = ? and used_at is null"
                        + " and withdrawn_at is null")
                .params(now, task)
                .update();
    }

    /** The same of what was given up to a moment; what was given since then stays. */
    void withdrawUntil(OffsetDateTime given, String task, OffsetDateTime now) {
        jdbc.sql("update workshop_pass set withdrawn_at = ? where task = ? and made_at <= ? and used_at is null"
                        + " and withdrawn_at is null")
                .params(now, task, given)
                .update();
    }

    void openDoor(long session, String hash, String by, OffsetDateTime until) {
        jdbc.sql("insert into workshop_door (session, secret_hash, opened_by, closes_at, misses)"
                        + " values (?, ?, ?, ?, 0)")
                .params(session, hash, by, until)
                .update();
    }

    Optional<Door> door(String hash) {
        return jdbc.sql("select id, session, closes_at, misses from workshop_door where secret_hash = ?")
                .param(hash)
                .query(Door.class)
                .optional();
    }

    String programOf(long session) {
        return jdbc.sql("select program from workshop_session where id = ?")
                .param(session)
                .query(String.class)
                .single();
    }

    void missed(long door) {
        jdbc.sql("update workshop_door set misses = misses + 1 where id = ?")
                .param(door)
                .update();
    }
}
