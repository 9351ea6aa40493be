package org.waymark.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells failures that are nothing but a database out of reach: it comes back, and the same request may be sent again. */
final class DatabaseAway {

    /** Ended by an administrator, by a crash, not yet up again. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

    /** Out of reach, or out of what it needs to work: connections, memory, room on its disk. */
    private static final Set<String> CLASSES = Set.of("08", "53");

    /** What the pool says of a connection that broke while it was lent: by then nobody can roll back any more. */
    private static final String THROWN_AWAY = "Connection is closed";

    private DatabaseAway() {}

    static boolean in(@Nullable Throwable failure) {
        return SqlCauses.of(failure).stream()
                .anyMatch(sql -> sql instanceof SQLTransientConnectionException
                        || givenUp(sql)
                        || THROWN_AWAY.equals(sql.getMessage())
                        || away(sql.getSQLState()));
    }

    /** Whether this connection is of no use any more: its database is closed, or could not read or write its file. */
    static boolean givenUp(SQLException failure) {
        return failure instanceof SQLNonTransientConnectionException
                || Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(IOException.class::isInstance);
    }

    private static boolean away(@Nullable String state) {
        return state != null && (CLASSES.stream().anyMatch(state::startsWith) || STATES.contains(state));
    }
}
