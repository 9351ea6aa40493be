package org.waymark.process;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.ledger.Ledger;
import org.waymark.web.Refusal;

/** Completes a task as its assignee; siblings that collide are run again, whole transactions, up to five times. */
@Component
class Completion {

    private static final Logger log = LoggerFactory.getLogger(Completion.class);
    private static final int TRIES = 5;

    private final WorkItems items;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Ledger ledger;
    private final Ownership ownership;
    private final TransactionTemplate transaction;
    private final ProcessEngine engine;
    private final ThreadLocal<@Nullable Handing> handed = new ThreadLocal<>();

    Completion(
            WorkItems items,
            @Lazy TaskService tasks,
            @Lazy IdentityService identity,
            Ledger ledger,
            Ownership ownership,
            TransactionTemplate transaction,
            @Lazy ProcessEngine engine) {
        this.items = items;
        this.tasks = tasks;
        this.identity = identity;
        this.ledger = ledger;
        this.ownership = ownership;
        this.transaction = transaction;
        this.engine = engine;
    }

    void complete(String task, String person) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> once(task, person));
                return;
            } catch (RuntimeException e) {
                Refusal refusal = Refusal.in(e);
                if (refusal != null) {
                    throw refusal;
                }
                if (!Collision.in(e) || attempt == TRIES) {
                    throw e;
                }
                log.debug("Completing {} collided, try {}", task, attempt);
                pause(attempt);
            }
        }
    }

    private void once(String task, String person) {
        String program = items.programOf(task).orElseThrow(() -> Refusal.missing("work.unknown"));
        // one at a time per program: siblings queue here instead of colliding in the engine
        ledger.enter(program);
        Handing handing = items.handing(task, person).orElseThrow(() -> Refusal.missing("work.unknown"));
        WorkItem item = handing.item();
        if (!item.isOpen() && person.equals(item.endedBy())) {
            return; // the same person's second click hears the first answer
        }
        ownership.mine(item, person);
        identity.setAuthentication(person, List.of());
        handed.set(handing);
        try {
            completeChecked(task);
        } finally {
            handed.remove();
            identity.clearAuthentication();
        }
    }

    /** What is being handed in on this thread; null when somebody calls the engine by another way. */
    @Nullable
    Handing handed(String task) {
        Handing handing = handed.get();
        return handing != null && handing.item().task().equals(task) ? handing : null;
    }

    /** Whose task it is has been asked of our own list under the lock, so the engine need not ask its rights again. */
    private void completeChecked(String task) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> {
                    tasks.complete(task);
                    return null;
                }));
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
