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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** Where people are signed in; one they end is over with its next click, on every node. */
@Component
class Sessions {
    private static final String LINE = "waymark.session";
    private static final String SEEN = "waymark.seen";
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    /** One browser in which somebody is signed in. */
    record Line(long id, String browser, OffsetDateTime startedAt, OffsetDateTime seenAt) {}

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
                        insert into security_session (person, access_version, browser, started_at, seen_at)
                        values (:person, :version, :browser, :now, :now)
                        """)
                .param("person", who.id())
                .param("version", who.accessVersion())
                .param("browser", Browsers.name(request.getHeader(HttpHeaders.USER_AGENT)))
                .param("now", now())
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
