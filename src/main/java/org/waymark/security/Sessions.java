package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;
import org.waymark.web.Sha256;

/** Where people are signed in; one they end is over with its next click, on every node. */
@Component
class Sessions {
    private static final String LINE = "waymark.session";
    private static final String SEEN = "waymark.seen";
    private static final String THERE = "waymark.provider-session";
    private static final String UNNAMED = "-";
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    /** One browser in which somebody is signed in. */
    record Line(long id, String browser, OffsetDateTime startedAt, OffsetDateTime seenAt) {}

    private record Through(long id, String person) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;
    private final Duration lasts;

    Sessions(
            JdbcClient jdbc,
            Accounts accounts,
            Clock clock,
            @Value("${server.servlet.session.timeout:8h}") Duration lasts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
        this.lasts = lasts;
    }

    /** Somebody has just signed in, or goes on under a new password. */
    void begin(SignedIn who, HttpServletRequest request) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into security_session (person, access_version, browser, started_at, seen_at,
                            provider_session)
                        values (:person, :version, :browser, :now, :now, cast(:there as varchar(64)))
                        """)
                .param("person", who.id())
                .param("version", who.accessVersion())
                .param("browser", Browsers.name(request.getHeader(HttpHeaders.USER_AGENT)))
                .param("now", now())
                .param("there", there(request.getSession()))
                .update(key, "id");
        HttpSession session = request.getSession();
        // a visitor's lasts an hour
        session.setMaxInactiveInterval((int) lasts.toSeconds());
        Number id = key.getKey();
        if (id != null) {
            session.setAttribute(LINE, id.longValue());
            session.setAttribute(SEEN, clock.instant());
        }
    }

    /** Remembers which session at the provider this one comes from; it need not have a name. */
    static void comesFrom(HttpSession session, @Nullable String there) {
        session.setAttribute(THERE, there == null || there.isEmpty() ? UNNAMED : Sha256.hex(there));
    }

    /** Nothing for whoever came by password, whatever was remembered of an earlier way in. */
    private static @Nullable Object there(HttpSession session) {
        return SignIn.byProvider(SecurityContextHolder.getContext().getAuthentication())
                ? session.getAttribute(THERE)
                : null;
    }

    /** The account of whoever is signed in there, if they still may be; asked anew, since another node may have ended it. */
    Optional<Account> admits(SignedIn who, @Nullable HttpSession session) {
        return accounts.now(who.id())
                .filter(account -> account.admits(who.accessVersion()) && !account.ended(line(session)));
    }

    /** Notes every few minutes that somebody still works there. */
    void seen(HttpSession session) {
        Long id = line(session);
        if (id != null
                && session.getAttribute(SEEN) instanceof Instant last
                && last.plus(SEEN_EVERY).isBefore(clock.instant())) {
            session.setAttribute(SEEN, clock.instant());
            jdbc.sql("update security_session set seen_at = ? where id = ?")
                    .params(now(), id)
                    .update();
        }
    }

    /** The line that belongs to a session; none for one begun before there were lines. */
    static @Nullable Long line(@Nullable HttpSession session) {
        return session != null && session.getAttribute(LINE) instanceof Long id ? id : null;
    }

    /** Where somebody is signed in now, the latest first. */
    List<Line> of(String person) {
        return jdbc.sql("""
                        select s.id, s.browser, s.started_at, s.seen_at from security_session s
                        join security_person p on p.id = s.person and p.access_version = s.access_version
                        where s.person = :person and s.ended_at is null and s.seen_at > :since
                        order by s.seen_at desc, s.id desc
                        """)
                .param("person", person)
                .param("since", now().minus(lasts))
                .query(Line.class)
                .list();
    }

    /** Ends one of somebody's sessions. */
    @Transactional
    void end(String person, long id) {
        if (of(person).stream().noneMatch(line -> line.id() == id)) {
            throw Refusal.missing("security.session.unknown");
        }
        ended(id);
        accounts.endSession(person, id);
    }

    /** Signs somebody out everywhere; scripts keep their tokens. */
    @Transactional
    void endAll(String person) {
        jdbc.sql("update security_session set ended_at = ? where person = ? and ended_at is null")
                .params(now(), person)
                .update();
        accounts.endSessions(person);
    }

    /**
     * Ends what the company's provider has ended: one of its sessions, or all that somebody has through it. Who came by
     * password stays in.
     */
    @Transactional
    int endedThere(@Nullable String person, @Nullable String there) {
        if (person == null && there == null) {
            return 0;
        }
        List<Through> lines = jdbc.sql("select id, person from security_session where ended_at is null and "
                        + (person == null ? "" : "person = :person and ")
                        + (there == null ? "provider_session is not null" : "provider_session = :there"))
                .param("person", String.valueOf(person))
                .param("there", there == null ? "" : Sha256.hex(there))
                .query(Through.class)
                .list();
        for (Through line : lines) {
            ended(line.id());
            accounts.endSession(line.person(), line.id());
        }
        return lines.size();
    }

    /** Signed out, or found to be over. */
    void over(@Nullable HttpSession session) {
        Long id = line(session);
        if (id != null) {
            ended(id);
        }
    }

    private void ended(long id) {
        jdbc.sql("update security_session set ended_at = ? where id = ? and ended_at is null")
                .params(now(), id)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
