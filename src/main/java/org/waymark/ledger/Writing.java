package org.waymark.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction adds to the decision record: the heads it has locked, and the lines that go to the database
 * together, just before the commit. While a head is locked nobody else can move it, so it is read once.
 */
final class Writing implements TransactionSynchronization {

    /** The locked heads as this transaction leaves them. */
    final Map<String, Ledger.Head> heads = new HashMap<>();

    private final List<Entry> lines = new ArrayList<>();
    private final BiConsumer<List<Entry>, Map<String, Ledger.Head>> write;
    private boolean committing;

    private Writing(BiConsumer<List<Entry>, Map<String, Ledger.Head>> write) {
        this.write = write;
    }

    static Writing inThisTransaction(BiConsumer<List<Entry>, Map<String, Ledger.Head>> write) {
        Writing running = running();
        if (running == null) {
            running = new Writing(write);
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                // without a transaction every line goes at once
                running.committing = true;
                return running;
            }
            TransactionSynchronizationManager.bindResource(Writing.class, running);
            TransactionSynchronizationManager.registerSynchronization(running);
        }
        return running;
    }

    static @Nullable Writing running() {
        return (Writing) TransactionSynchronizationManager.getResource(Writing.class);
    }

    void add(Entry line) {
        lines.add(line);
        heads.put(line.program(), new Ledger.Head(line.sequence(), line.hash()));
        if (committing) {
            // somebody else's last word before the commit, after ours
            writeDown();
        }
    }

    /** Hands over what was added, for whoever reads the record in the transaction that writes it. */
    void writeDown() {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Ledger.Head> moved = new LinkedHashMap<>();
        lines.forEach(line -> moved.put(line.program(), new Ledger.Head(line.sequence(), line.hash())));
        List<Entry> together = List.copyOf(lines);
        lines.clear();
        write.accept(together, moved);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
        writeDown();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(Writing.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(Writing.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(Writing.class);
    }
}
