package org.waymark.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows of people. Whether somebody may still come in is read anew for every request, since another node may have
 * closed the door; who somebody is is remembered for two seconds, because a page asks many times.
 */
@Component
class Accounts {
    private static final long FRESH_NANOS = 2_000_000_000L;
    private static final int MOST_ENDED = 400;
    private static final String COLUMNS =
            "id, name, email, role, language, zone, active, must_change_password, access_version, ended_sessions";
    private static final RowMapper<Account> ROW = (rs, number) -> new Account(
            new Person(
                    rs.getString("id"),
                    rs.getString("name"),
                    rs.getString("email"),
                    Role.valueOf(rs.getString("role")),
                    rs.getString("language"),
                    rs.getString("zone"),
                    rs.getBoolean("active")),
            rs.getBoolean("must_change_password"),
            rs.getInt("access_version"),
            rs.getString("ended_sessions"));

    private record Seen(Account account, long at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> find(String id) {
        var known = seen.get(id);
        if (known != null && System.nanoTime() - known.at() < FRESH_NANOS) {
            return Optional.of(known.account());
        }
        return now(id);
    }

    /** As the database knows them at this moment, whichever node changed them. */
    Optional<Account> now(String id) {
        // taken before reading: a change that commits meanwhile is seen no later than two seconds after it
        long now = System.nanoTime();
        var found = jdbc.sql("select " + COLUMNS + " from security_person where id = ?")
                .param(id)
                .query(ROW)
                .optional();
        found.ifPresentOrElse(account -> seen.put(id, new Seen(account, now)), () -> seen.remove(id));
        return found;
    }

    List<Account> all() {
        return jdbc.sql("select " + COLUMNS + " from security_person order by name, id")
                .query(ROW)
                .list();
    }

    /** Everybody with this address, which is written in small letters. */
    List<String> withEmail(String address) {
        return jdbc.sql("select id from security_person where lower(email) = ? order by id")
                .param(address)
                .query(String.class)
                .list();
    }

    int administratorsBut(String id) {
        return jdbc.sql(
                        "select count(*) from security_person where role = 'ADMINISTRATOR' and active = true and id <> ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    boolean none() {
        return jdbc.sql("select count(*) from security_person")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void insert(Person person, boolean mustChangePassword) {
        jdbc.sql("""
                        insert into security_person
                          (id, name, email, role, language, zone, active, must_change_password, access_version, created_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)""")
                .params(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.role().name(),
                        person.language(),
                        person.zone(),
                        person.active(),
                        mustChangePassword,
                        now(),
                        now())
                .update();
        forget(person.id());
    }

    /** Stores the profile; with {@code endSessions} whoever is signed in under this name has to sign in again. */
    void update(Person person, boolean endSessions) {
        jdbc.sql("""
                        update security_person set name = ?, email = ?, role = ?, language = ?, zone = ?, active = ?,
                          access_version = access_version + ?, changed_at = ? where id = ?""")
                .params(
                        person.name(),
                        person.email(),
                        person.role().name(),
                        person.language(),
                        person.zone(),
                        person.active(),
                        endSessions ? 1 : 0,
                        now(),
                        person.id())
                .update();
        forget(person.id());
    }

    void passwordChanged(String id, boolean mustChangeAgain) {
        jdbc.sql("""
                        update security_person set must_change_password = ?, access_version = access_version + 1,
                          changed_at = ? where id = ?""").params(mustChangeAgain, now(), id).update();
        forget(id);
    }

    /** Ends one session; when a person has ended very many, all that are left end too. */
    void endSession(String id, long session) {
        String ended = jdbc.sql("select ended_sessions from security_person where id = ? for update")
                .param(id)
                .query(String.class)
                .single();
        String with = (ended.isEmpty() ? " " : ended) + session + " ";
        if (with.length() > MOST_ENDED) {
            endSessions(id);
            return;
        }
        jdbc.sql("update security_person set ended_sessions = ? where id = ?")
                .params(with, id)
                .update();
        forget(id);
    }

    /** Whoever is signed in under this name has to sign in again. */
    void endSessions(String id) {
        jdbc.sql("update security_person set access_version = access_version + 1, ended_sessions = '' where id = ?")
                .param(id)
                .update();
        forget(id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Forgets now and once more after the commit, since somebody may have read the old row in between. */
    private void forget(String id) {
        seen.remove(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    seen.remove(id);
                }
            });
        }
    }
}
