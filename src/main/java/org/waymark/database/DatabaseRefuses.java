package org.waymark.database;

/** Waymark cannot start on this database, for a reason somebody can mend. */
class DatabaseRefuses extends RuntimeException {

    DatabaseRefuses(String sentence) {
        super(sentence);
    }
}
