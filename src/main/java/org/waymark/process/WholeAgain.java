package org.waymark.process;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.web.Refusal;

/** Does something in one transaction, and the whole of it again when somebody else was faster, up to five times. */
@Component
public class WholeAgain {

    private static final Logger log = LoggerFactory.getLogger(WholeAgain.class);
    private static final int TRIES = 5;

    private final TransactionTemplate transaction;

    WholeAgain(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** What the last try gives back; a refusal is an answer and is not tried again. */
    public <T> @Nullable T run(Supplier<? extends @Nullable T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> act.get());
            } catch (RuntimeException e) {
                Refusal refusal = Refusal.in(e);
                if (refusal != null) {
                    throw refusal;
                }
                boolean again = Collision.in(e) || e instanceof UnexpectedRollbackException;
                if (!again || attempt == TRIES) {
                    throw e;
                }
                log.debug("Two acts collided, try {}", attempt);
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 20L + 15L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("web.busy");
        }
    }
}
