package org.waymark.model.capabilities;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.process.Rows;

/** What was agreed about capabilities in each round. */
@Repository
class CapabilityAgreements {

    private static final String KEY = " where program = :program and round = :round";

    private final JdbcClient jdbc;
    private final Clock clock;

    CapabilityAgreements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An agreed capability beside what the formula and the raters had found. */
    record Agreed(
            String id,
            int need,
            int needFound,
            int have,
            @Nullable Integer haveFound,
            @Nullable String owner,
            @Nullable String reason) {}

    /** The newest round that was agreed. */
    Optional<Integer> newest(String program) {
        return jdbc.sql("select round from capabilities_agreement where program = :program"
                        + " order by round desc fetch first 1 rows only")
                .param("program", program)
                .query(Integer.class)
                .optional();
    }

    List<Agreed> capabilities(String program, int round) {
        return jdbc.sql("select id, need, need_found, have, have_found, owner, reason from capabilities_agreed" + KEY
                        + " order by id")
                .param("program", program)
                .param("round", round)
                .query(Agreed.class)
                .list();
    }

    /** Replaces what this round agreed before, if anything. */
    void agree(String program, int round, String by, List<Agreed> capabilities) {
        for (String table : List.of("capabilities_agreed", "capabilities_agreement")) {
            jdbc.sql("delete from " + table + KEY)
                    .param("program", program)
                    .param("round", round)
                    .update();
        }
        jdbc.sql("insert into capabilities_agreement (program, round, agreed_by, agreed_at)"
                        + " values (:program, :round, :by, :now)")
                .param("program", program)
                .param("round", round)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update capabilities_round set state = 'AGREED'" + KEY)
                .param("program", program)
                .param("round", round)
                .update();
        Rows.insert(
                jdbc,
                "capabilities_agreed (program, round, id, need, need_found, have, have_found, owner, reason)",
                capabilities,
                agreed -> Arrays.asList(
                        program,
                        round,
                        agreed.id(),
                        agreed.need(),
                        agreed.needFound(),
                        agreed.have(),
                        agreed.haveFound(),
                        agreed.owner(),
                        agreed.reason()));
    }
}
