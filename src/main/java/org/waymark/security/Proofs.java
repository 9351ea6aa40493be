package org.waymark.security;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.waymark.web.Refusal;

/** When people last proved who they are; what they sign is asked for a proof that is not older than a set time. */
@Service
public class Proofs {

    private final JdbcClient jdbc;
    private final PersonDirectory directory;
    // asked for late: the clock is the engine's, and the engine needs people first
    private final ObjectProvider<Clock> clock;
    private final Duration lasts;

    Proofs(
            JdbcClient jdbc,
            PersonDirectory directory,
            ObjectProvider<Clock> clock,
            @Value("${waymark.proof-lasts:PT10H}") Duration lasts) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
        this.lasts = lasts;
    }

    /** Proves it now by the password, or refuses. */
    public void prove(String person, String password) {
        int wait = directory.waits(person);
        if (wait > 0) {
            throw Refusal.invalid("security.proof.soon", wait).at("password");
        }
        if (!directory.opens(person, password)) {
            throw Refusal.invalid("security.proof.wrong", directory.waits(person))
                    .at("password");
        }
        note(person);
    }

    /** Whether the last proof is young enough for a signature. */
    public boolean fresh(String person) {
        return jdbc.sql("select proved_at from security_proof where person = ?")
                .param(person)
                .query(OffsetDateTime.class)
                .optional()
                .filter(at -> at.plus(lasts).isAfter(now()))
                .isPresent();
    }

    /** Somebody has just shown their password. */
    public void note(String person) {
        int updated = jdbc.sql("update security_proof set proved_at = ? where person = ?")
                .params(now(), person)
                .update();
        if (updated == 0) {
            try {
                jdbc.sql("insert into security_proof (person, proved_at) values (?, ?)")
                        .params(person, now())
                        .update();
            } catch (DuplicateKeyException theSamePersonElsewhere) {
                return; // at the same moment, which proves as much
            }
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.getObject()).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
