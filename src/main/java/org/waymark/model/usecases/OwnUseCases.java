package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.stage.StageTables;

/** The use cases each program added itself; they stay with the program, round after round. */
@Repository
class OwnUseCases {

    private final JdbcClient jdbc;
    private final StageTables tables;

    OwnUseCases(JdbcClient jdbc, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.tables = new StageTables(jdbc, clock, "usecases");
    }

    List<Own> of(String program) {
        return jdbc.sql("""
                        select id, title, sentence, effort, serves, needs from usecases_own
                        where program = ? order by position, id
                        """)
                .param(program)
                .query((row, at) -> new Own(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("sentence"),
                        row.getString("effort"),
                        list(row.getString("serves")),
                        list(row.getString("needs"))))
                .list();
    }

    void save(String program, List<Own> all) {
        jdbc.sql("delete from usecases_own where program = ?").param(program).update();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Own own : all) {
            rows.add(Arrays.asList(
                    program,
                    rows.size(),
                    own.id(),
                    own.name(),
                    own.sentence(),
                    own.effort(),
                    String.join(",", own.values()),
                    String.join(",", own.capabilities())));
        }
        tables.insert("own", "program, position, id, title, sentence, effort, serves, needs", rows);
    }

    private static List<String> list(@Nullable String ids) {
        return ids == null || ids.isEmpty() ? List.of() : List.of(ids.split(","));
    }
}
