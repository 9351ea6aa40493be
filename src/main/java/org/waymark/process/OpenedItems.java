package org.waymark.process;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tasks that the running transaction has opened and not yet written down; they are written before it commits. */
final class OpenedItems implements TransactionSynchronization {

    private final Map<String, WorkItem> items = new LinkedHashMap<>();
    private final Consumer<List<WorkItem>> insert;
    private boolean committing;

    private OpenedItems(Consumer<List<WorkItem>> insert) {
        this.insert = insert;
    }

    static OpenedItems inThisTransaction(Consumer<List<WorkItem>> insert) {
        OpenedItems running = running();
        if (running == null) {
            running = new OpenedItems(insert);
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                // without a transaction every task is written at once
                running.committing = true;
                return running;
            }
            TransactionSynchronizationManager.bindResource(OpenedItems.class, running);
            TransactionSynchronizationManager.registerSynchronization(running);
        }
        return running;
    }

    static @Nullable OpenedItems running() {
        return (OpenedItems) TransactionSynchronizationManager.getResource(OpenedItems.class);
    }

    /** Writes what waits, for whoever looks at the list of work now. */
    static void writeDown() {
        OpenedItems running = running();
        if (running != null) {
            running.write();
        }
    }

    void put(WorkItem item) {
        items.put(item.task(), item);
        if (committing) {
            write();
        }
    }

    boolean has(String task) {
        return items.containsKey(task);
    }

    /** Hands a task over that is not written yet; false when it is. */
    boolean change(String task, @Nullable String assignee, @Nullable OffsetDateTime due) {
        return items.computeIfPresent(task, (id, item) -> item.with(assignee, due)) != null;
    }

    private void write() {
        if (!items.isEmpty()) {
            List<WorkItem> together = List.copyOf(items.values());
            items.clear();
            insert.accept(together);
        }
    }

    /** Before whoever sums up what the transaction leaves behind. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
        write();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(OpenedItems.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(OpenedItems.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(OpenedItems.class);
    }
}
