package org.waymark.web;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database said behind a failure, the outermost first. */
final class SqlCauses {

    /** A character the database has no place for: PostgreSQL keeps no NUL. */
    private static final String UNFIT = "22021";

    private SqlCauses() {}

    static List<SQLException> of(@Nullable Throwable failure) {
        List<SQLException> said = new ArrayList<>();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                said.add(sql);
            }
        }
        return said;
    }

    /** Whether somebody sent what no database keeps: their mistake, not ours. */
    static boolean unfit(Throwable failure) {
        return of(failure).stream().anyMatch(sql -> UNFIT.equals(sql.getSQLState()));
    }
}
