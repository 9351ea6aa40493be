package org.waymark.model.maturity;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many rows in one statement, because every round trip to the database is somebody waiting. */
final class Rows {

    private Rows() {}

    static void insert(JdbcClient jdbc, String into, int columns, List<? extends @Nullable Object> values) {
        if (values.isEmpty()) {
            return;
        }
        String places = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        jdbc.sql("insert into " + into + " values "
                        + String.join(", ", Collections.nCopies(values.size() / columns, places)))
                .params(values)
                .update();
    }
}
