package org.waymark.stage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a stage whose rounds are opened and closed: {@code <prefix>_round} and what belongs to a round. */
public final class StageTables {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String prefix;

    public StageTables(JdbcClient jdbc, Clock clock, String prefix) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.prefix = prefix;
    }

    /** Opens a round unless it is open already. */
    public void open(String program, int round) {
        int known = jdbc.sql("select count(*) from " + prefix + "_round where program = ? and round = ?")
                .params(program, round)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into " + prefix + "_round (program, round, opened_at) values (?, ?, ?)")
                    .params(program, round, now())
                    .update();
        }
    }

    /** True when this call closed the round, false when it was closed before. */
    public boolean close(String program, int round) {
        return jdbc.sql("update " + prefix
                                + "_round set closed_at = ? where program = ? and round = ? and closed_at is null")
                        .params(now(), program, round)
                        .update()
                == 1;
    }

    /** The newest round there is, from 1. */
    public int round(String program) {
        return latest("round", program);
    }

    /** The newest round with rows in this table of the stage; 1 as long as there is none. */
    public int latest(String table, String program) {
        return jdbc.sql("select coalesce(max(round), 1) from " + prefix + "_" + table + " where program = ?")
                .param(program)
                .query(Integer.class)
                .single();
    }

    /** Writes all rows in one statement: a completion must not cost a round trip per row. */
    public void insert(String table, String columns, List<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String row = "(" + String.join(", ", Collections.nCopies(rows.get(0).size(), "?")) + ")";
        List<@Nullable Object> params = new ArrayList<>();
        rows.forEach(params::addAll);
        jdbc.sql("insert into " + prefix + "_" + table + " (" + columns + ") values "
                        + String.join(", ", Collections.nCopies(rows.size(), row)))
                .params(params)
                .update();
    }

    public OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
