package org.waymark.hook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.route.SettingChanges;
import org.waymark.web.Refusal;

/** Keeps the addresses of other systems and what each of them hears. */
@Service
class Hooks {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int MOST_PROGRAMS = 40;
    private static final String SELECT =
            "select id, name, address, form, language, events, programs, paused from hook where removed = false";

    private final JdbcClient jdbc;
    private final Reach reach;
    private final Programs programs;
    private final HookSecrets secrets;
    private final SettingChanges changes;
    private final Clock clock;

    Hooks(JdbcClient jdbc, Reach reach, Programs programs, HookSecrets secrets, SettingChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.programs = programs;
        this.secrets = secrets;
        this.changes = changes;
        this.clock = clock;
    }

    /** A new address, and its secret, which is shown this once. */
    record Made(long id, String secret) {}

    List<Hook> all() {
        return jdbc.sql(SELECT + " order by id").query(Hooks::row).list();
    }

    Optional<Hook> find(long id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("id", id)
                .query(Hooks::row)
                .optional();
    }

    Hook get(long id) {
        return find(id).orElseThrow(() -> Refusal.missing("hook.unknown"));
    }

    /** Adds an address; it hears what happens from now on. */
    @Transactional
    Made add(
            @Nullable String name,
            @Nullable String address,
            Hook.Shape shape,
            String language,
            Set<Happening> events,
            Set<String> heard,
            String by) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Refusal.invalid("hook.name.missing", LONGEST_NAME).at("name");
        }
        String checked = reach.checked(address).toString();
        if (checked.length() > LONGEST_ADDRESS) {
            throw Refusal.invalid("hook.address.wrong").at("address");
        }
        if (events.isEmpty()) {
            throw Refusal.invalid("hook.events.missing").at("events");
        }
        if (heard.size() > MOST_PROGRAMS) {
            throw Refusal.invalid("hook.programs.many", MOST_PROGRAMS).at("programs");
        }
        heard.forEach(programs::get);
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into hook (name, address, secret, form, language, events, programs, paused, removed,
                            made, made_by)
                        values (:name, :address, '', :form, :language, :events, :programs, false, false, :now,
                            :by)
                        """)
                .param("name", called)
                .param("address", checked)
                .param("form", shape.name())
                .param("language", language)
                .param("events", events.stream().map(Happening::name).collect(Collectors.joining(",")))
                .param("programs", String.join(",", heard))
                .param("now", now())
                .param("by", by)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        jdbc.sql("insert into hook_cursor (hook, program, sequence) select h.id, l.program, l.sequence"
                        + " from hook h, ledger_head l where h.id = :id")
                .param("id", id)
                .update();
        note(by, id, "state", null, "on");
        note(by, id, "hears", null, hears(events, heard));
        return new Made(id, secrets.first(id));
    }

    /** A new secret, shown this once, unless somebody has just made one; for a day the one before signs as well. */
    @Transactional
    @Nullable
    String renew(long id, @Nullable String seen, String by) {
        get(id);
        String renewed = secrets.renew(id, seen);
        if (renewed != null) {
            note(by, id, "secret", null, "renewed");
        }
        return renewed;
    }

    /** By which a page knows which secret it was shown beside. */
    String mark(long id) {
        return secrets.mark(id);
    }

    /** Stops sending for a while, or goes on: what happened meanwhile is sent then. */
    @Transactional
    void pause(long id, boolean paused, String by) {
        boolean before = get(id).paused();
        note(by, id, "state", before ? "paused" : "on", paused ? "paused" : "on");
        jdbc.sql("update hook set paused = :paused where id = :id")
                .param("paused", paused)
                .param("id", id)
                .update();
    }

    /** Ends an address; its log stays, its secret goes. */
    @Transactional
    void remove(long id, String by) {
        note(by, id, "state", get(id).paused() ? "paused" : "on", "removed");
        jdbc.sql("update hook set removed = true, paused = true, secret = '', old_secret = null where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from hook_delivery where hook = :id and state in ('WAITING', 'SENDING')")
                .param("id", id)
                .update();
    }

    /** The programs an address may be narrowed to. */
    Collection<Program> running() {
        return programs.all().stream().filter(Program::isRunning).toList();
    }

    /** In the log of what was set, by the name of the address: where it leads may be a secret by itself. */
    private void note(String by, long id, String field, @Nullable String was, String said) {
        Hook hook = get(id);
        changes.keep(by, SettingChanges.Kind.HOOK, hook.name() + " (" + hook.where() + ")", field, was, said);
    }

    private static String hears(Set<Happening> events, Set<String> heard) {
        String all = events.stream().map(Happening::type).collect(Collectors.joining(", "));
        return heard.isEmpty() ? all : all + " · " + String.join(", ", heard);
    }

    private static Hook row(ResultSet row, int at) throws SQLException {
        Set<Happening> events = EnumSet.noneOf(Happening.class);
        names(row.getString("events")).forEach(name -> events.add(Happening.valueOf(name)));
        return new Hook(
                row.getLong("id"),
                row.getString("name"),
                row.getString("address"),
                Hook.Shape.valueOf(row.getString("form")),
                row.getString("language"),
                events,
                names(row.getString("programs")),
                row.getBoolean("paused"));
    }

    private static Set<String> names(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
