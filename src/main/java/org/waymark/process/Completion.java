package org.waymark.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Ledger;
import org.waymark.web.Refusal;

/** Completes a task as its assignee; siblings that collide are run again. */
@Component
class Completion {

    private final WorkItems items;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Ledger ledger;
    private final Ownership ownership;
    private final WholeAgain whole;
    private final ProcessEngine engine;
    private final ThreadLocal<@Nullable Handing> handed = new ThreadLocal<>();

    Completion(
            WorkItems items,
            @Lazy TaskService tasks,
            @Lazy IdentityService identity,
            Ledger ledger,
            Ownership ownership,
            WholeAgain whole,
            @Lazy ProcessEngine engine) {
        this.items = items;
        this.tasks = tasks;
        this.identity = identity;
        this.ledger = ledger;
        this.ownership = ownership;
        this.whole = whole;
        this.engine = engine;
    }

    void complete(String task, String person) {
        try (Traced beside = Traced.task(task)) {
            whole.run(() -> {
                once(task, person);
                return null;
            });
        }
    }

    private void once(String task, String person) {
        String program = items.programOf(task).orElseThrow(() -> Refusal.missing("work.unknown"));
        Traced.program(program);
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
}
