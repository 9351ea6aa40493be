package org.waymark.security;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;
import org.waymark.web.Sha256;

/** Tokens that open the API in a person's name until a day they chose; each is shown once and kept as its SHA-256. */
@Service
class AccessTokens {

    static final String BEGINNING = "wm_";
    static final int MOST_DAYS = 366;
    static final int MOST = 20;
    private static final int LONGEST_NAME = 80;
    private static final int LETTERS = 40;
    private static final int USED_MINUTES = 1;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a token that opens until the end of a day in its owner's zone; the answer is the only time it is seen. */
    @Transactional
    String make(Person owner, @Nullable String name, @Nullable LocalDate until) {
        String title = name == null ? "" : name.strip();
        if (title.isEmpty() || title.length() > LONGEST_NAME) {
            throw Refusal.invalid("security.token.name", LONGEST_NAME).at("name");
        }
        ZoneId zone = ZoneId.of(owner.zone());
        LocalDate today = LocalDate.now(clock.withZone(zone));
        if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.invalid("security.token.until", MOST_DAYS).at("until");
        }
        if (of(owner.id()).stream().filter(token -> token.opens(now())).count() >= MOST) {
            throw Refusal.invalid("security.token.many", MOST).at("name");
        }
        String token = BEGINNING + Passwords.random(LETTERS);
        jdbc.sql("""
                        insert into security_token (person, name, sha256, made_at, expires_at)
                        values (:person, :name, :sha256, :now, :expires)
                        """)
                .param("person", owner.id())
                .param("name", title)
                .param("sha256", Sha256.hex(token))
                .param("now", now())
                .param(
                        "expires",
                        until.plusDays(1).atStartOfDay(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** The tokens of a person that are not revoked, newest first. */
    List<AccessToken> of(String person) {
        return jdbc.sql("""
                        select id, person, name, made_at, expires_at, last_used_at, revoked_at from security_token
                        where person = :person and revoked_at is null order by id desc
                        """).param("person", person).query(AccessToken.class).list();
    }

    void revoke(String person, long id) {
        int revoked = jdbc.sql("""
                        update security_token set revoked_at = :now
                        where id = :id and person = :person and revoked_at is null
                        """)
                .param("now", now())
                .param("id", id)
                .param("person", person)
                .update();
        if (revoked == 0) {
            throw Refusal.missing("security.token.unknown");
        }
    }

    /** Whoever is no longer let in leaves no token behind that would open again later. */
    void revokeAll(String person) {
        jdbc.sql("update security_token set revoked_at = :now where person = :person and revoked_at is null")
                .param("now", now())
                .param("person", person)
                .update();
    }

    /** The owner of a token that opens now; its last use is noted to the minute. */
    Optional<String> owner(String token) {
        OffsetDateTime now = now();
        Optional<AccessToken> found = jdbc.sql("""
                        select id, person, name, made_at, expires_at, last_used_at, revoked_at from security_token
                        where sha256 = :sha256
                        """)
                .param("sha256", Sha256.hex(token))
                .query(AccessToken.class)
                .optional()
                .filter(known -> known.opens(now));
        found.filter(known -> known.lastUsedAt() == null || known.lastUsedAt().isBefore(now.minusMinutes(USED_MINUTES)))
                .ifPresent(known -> jdbc.sql("update security_token set last_used_at = :now where id = :id")
                        .param("now", now)
                        .param("id", known.id())
                        .update());
        return found.map(AccessToken::person);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
