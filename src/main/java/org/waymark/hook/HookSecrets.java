package org.waymark.hook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.Vault;
import org.waymark.web.Sha256;

/** What signs the deliveries of an address: kept sealed, renewed at will, the one before valid for another day. */
@Component
class HookSecrets {

    private static final Logger log = LoggerFactory.getLogger(HookSecrets.class);
    static final Duration BOTH = Duration.ofHours(24);
    private static final int BYTES = 32;
    private static final int MARK = 16;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HookSecrets(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** The secret that signs, and the one before while receivers may still check with it. */
    record Pair(String secret, @Nullable String before) {}

    private record Named(long id, String name, String secret) {}

    private record Kept(
            String secret,
            @Nullable String oldSecret,
            @Nullable OffsetDateTime oldUntil) {}

    Pair of(long id) {
        Kept kept = kept(id);
        String old = kept.oldSecret();
        OffsetDateTime until = kept.oldUntil();
        boolean both = old != null
                && until != null
                && until.isAfter(now())
                // a key that was lost takes the secret before along, and never the new one
                && opens(old, id);
        return new Pair(open(kept.secret(), id), both && old != null ? open(old, id) : null);
    }

    /** By which a page knows which secret it was shown beside; it says nothing of the secret. */
    String mark(long id) {
        return mark(kept(id).secret());
    }

    /**
     * Makes a new secret and answers it, this once; the one before signs beside it for a day. Null when the one that
     * was seen has been renewed since: a button pressed twice renews once.
     */
    @Transactional
    public @Nullable String renew(long id, @Nullable String seen) {
        String before = kept(id).secret();
        if (seen != null && !seen.equals(mark(before))) {
            return null;
        }
        String secret = make();
        int renewed = jdbc.sql("""
                        update hook set secret = :secret, old_secret = :old, old_until = :until
                        where id = :id and secret = :before
                        """)
                .param("secret", vault.seal(secret, whose(id)))
                .param("old", before.isEmpty() ? null : before)
                .param("until", now().plus(BOTH))
                .param("id", id)
                .param("before", before)
                .update();
        return renewed == 0 ? null : secret;
    }

    /** The first secret of a new address. */
    @Transactional
    public String first(long id) {
        String secret = make();
        jdbc.sql("update hook set secret = :secret where id = :id")
                .param("secret", vault.seal(secret, whose(id)))
                .param("id", id)
                .update();
        return secret;
    }

    /** Seals what an earlier release kept as it was. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void sealOld() {
        for (Long id : jdbc.sql("select id from hook where secret like 'wms!_%' escape '!'")
                .query(Long.class)
                .list()) {
            String plain = kept(id).secret();
            jdbc.sql("update hook set secret = :sealed where id = :id and secret = :plain")
                    .param("sealed", vault.seal(plain, whose(id)))
                    .param("id", id)
                    .param("plain", plain)
                    .update();
        }
    }

    /** Says at once, and not at a delivery, that a node was started without the key of the others. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void tellOtherKey() {
        List<String> closed = underAnotherKey();
        if (!closed.isEmpty()) {
            log.error(
                    "The secrets of {} were sealed under another key, so nothing can be signed for them here. Give"
                            + " every node the same WAYMARK_VAULT_KEY, or make new secrets on the page of other systems",
                    closed);
        }
    }

    /** The addresses whose secret this node cannot say again. */
    List<String> underAnotherKey() {
        return jdbc
                .sql("select id, name, secret from hook where removed = false order by id")
                .query(Named.class)
                .list()
                .stream()
                .filter(one -> !opens(one.secret(), one.id()))
                .map(Named::name)
                .toList();
    }

    private Kept kept(long id) {
        return jdbc.sql("select secret, old_secret, old_until from hook where id = :id")
                .param("id", id)
                .query(Kept.class)
                .single();
    }

    private String open(String kept, long id) {
        return Vault.isSealed(kept) ? vault.open(kept, whose(id)) : kept;
    }

    private boolean opens(String kept, long id) {
        return !Vault.isSealed(kept) || vault.opens(kept, whose(id));
    }

    private String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "wms_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String mark(String kept) {
        return Sha256.hex(kept).substring(0, MARK);
    }

    /** A sealed secret fits one address only: moved to another row it opens nothing. */
    private static String whose(long id) {
        return "hook " + id;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
