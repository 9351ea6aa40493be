package org.waymark.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.waymark.web.Refusal;

/** When people last proved who they are; what they sign is asked for a proof that is not older than a set time. */
@Service
public class Proofs {

    private final JdbcClient jdbc;
    private final PersonDirectory directory;
    // asked for late: the clock is the engine's, and the engine needs people first
    private final ObjectProvider<Clock> clock;
    private final ProviderSettings provider;
    private final Duration lasts;

    Proofs(
            JdbcClient jdbc,
            PersonDirectory directory,
            ObjectProvider<Clock> clock,
            ProviderSettings provider,
            @Value("${waymark.proof-lasts:PT10H}") Duration lasts) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
        this.provider = provider;
        this.lasts = lasts;
    }

    /** Proves it now by the password, or refuses. */
    public void prove(String person, String password) {
        String name = provider();
        if (name != null) {
            throw Refusal.invalid("security.proof.provider", name).at("password");
        }
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

    /** By whom whoever asks now is vouched for; null when they signed in with a password. */
    public @Nullable String provider() {
        return SignIn.byProvider(SecurityContextHolder.getContext().getAuthentication()) ? provider.shownName() : null;
    }

    /** Somebody has just shown their password. */
    public void note(String person) {
        note(person, now().toInstant());
    }

    /** Somebody has shown who they are; an earlier moment never replaces a later one. */
    void note(String person, Instant at) {
        OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
        int updated = jdbc.sql("update security_proof set proved_at = ? where person = ? and proved_at < ?")
                .params(moment, person, moment)
                .update();
        if (updated == 0 && !known(person)) {
            try {
                jdbc.sql("insert into security_proof (person, proved_at) values (?, ?)")
                        .params(person, moment)
                        .update();
            } catch (DuplicateKeyException theSamePersonElsewhere) {
                return; // at the same moment, which proves as much
            }
        }
    }

    private boolean known(String person) {
        return jdbc.sql("select count(*) from security_proof where person = ?")
                        .param(person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.getObject());
    }
}
