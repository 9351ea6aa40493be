package org.waymark.security;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;
import org.waymark.web.Sha256;

/** Links by which somebody chooses a new password: each opens once, for a day, and a newer one closes it. */
@Service
class ResetLinks {
    static final Duration LASTS = Duration.ofHours(24);
    private static final int LETTERS = 40;

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    ResetLinks(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** The secret of a new link; it is kept nowhere and seen only now. */
    @Transactional
    String make(String person, String by) {
        if (!people.get(person).active()) {
            throw Refusal.conflict("security.reset.closed");
        }
        jdbc.sql("update security_reset set used_at = :now where person = :person and used_at is null")
                .param("now", now())
                .param("person", person)
                .update();
        String secret = Passwords.random(LETTERS);
        jdbc.sql("""
                        insert into security_reset (person, sha256, made_by, made_at, expires_at)
                        values (:person, :sha256, :by, :now, :expires)
                        """)
                .param("person", person)
                .param("sha256", Sha256.hex(secret))
                .param("by", by)
                .param("now", now())
                .param("expires", now().plus(LASTS))
                .update();
        return secret;
    }

    /** Whose link this is, as long as it opens. */
    Person owner(String secret) {
        return jdbc.sql("select person from security_reset where sha256 = ? and used_at is null and expires_at > ?")
                .params(Sha256.hex(secret), now())
                .query(String.class)
                .optional()
                .flatMap(people::find)
                .filter(Person::active)
                .orElseThrow(() -> Refusal.missing("security.reset.unknown"));
    }

    /** Sets the password; the link is used up, and whoever was signed in under this name is out. */
    @Transactional
    Person use(String secret, String password) {
        Person person = owner(secret);
        people.resetPassword(person, password);
        int used = jdbc.sql("update security_reset set used_at = ? where sha256 = ? and used_at is null")
                .params(now(), Sha256.hex(secret))
                .update();
        if (used == 0) {
            throw Refusal.missing("security.reset.unknown");
        }
        return person;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
