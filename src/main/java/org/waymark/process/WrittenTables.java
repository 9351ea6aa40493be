package org.waymark.process;

import java.util.Set;

/** Which of our tables the running transaction has written, for whoever keeps a summary of some of them. */
public final class WrittenTables {

    private WrittenTables() {}

    /** Empty outside a transaction. */
    public static Set<String> ofThisTransaction() {
        Answers answers = Answers.ofThisTransaction();
        return answers == null ? Set.of() : answers.tables();
    }
}
