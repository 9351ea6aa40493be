package org.waymark.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many rows in one statement, because every round trip to the database is somebody waiting. */
public final class Rows {

    private static final int MOST_AT_ONCE = 100;

    private Rows() {}

    /** Inserts a row for each of these: {@code into} names table and columns, {@code row} answers in their order. */
    public static <T> void insert(
            JdbcClient jdbc, String into, List<T> all, Function<T, List<? extends @Nullable Object>> row) {
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<T> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            List<@Nullable Object> values = new ArrayList<>();
            some.forEach(one -> values.addAll(row.apply(one)));
            String places = "(" + String.join(", ", Collections.nCopies(values.size() / some.size(), "?")) + ")";
            jdbc.sql("insert into " + into + " values " + String.join(", ", Collections.nCopies(some.size(), places)))
                    .params(values)
                    .update();
        }
    }
}
