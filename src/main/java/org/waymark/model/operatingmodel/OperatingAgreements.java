package org.waymark.model.operatingmodel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was agreed about running it, one agreement a round. */
@Repository
class OperatingAgreements {

    private final JdbcClient jdbc;

    OperatingAgreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(String program, int round, OperatingAgreement agreed) {
        jdbc.sql("delete from operatingmodel_agreement where program = ? and round = ?")
                .params(program, round)
                .update();
        Capacity capacity = agreed.check();
        jdbc.sql("""
                        insert into operatingmodel_agreement (program, round, decision_rights, reason, weekly_volume,
                            relevant_share, coverage, automated_share, minutes_per_reply, hours_per_week, agents_today)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        program,
                        round,
                        agreed.decisionRights(),
                        agreed.reason(),
                        capacity.weeklyVolume(),
                        capacity.relevantShare(),
                        capacity.coverage(),
                        capacity.automatedShare(),
                        capacity.minutesPerReply(),
                        capacity.hoursPerWeek(),
                        capacity.agentsToday()))
                .update();
        saveRights(program, round, agreed);
    }

    private void saveRights(String program, int round, OperatingAgreement agreed) {
        jdbc.sql("delete from operatingmodel_right where program = ? and round = ?")
                .params(program, round)
                .update();
        List<@Nullable Object> values = new ArrayList<>();
        for (String topic : Right.TOPICS) {
            Right right = agreed.right(topic);
            if (!right.blank()) {
                values.addAll(Arrays.asList(program, round, topic, right.decides(), right.asked(), right.told()));
            }
        }
        if (!values.isEmpty()) {
            jdbc.sql("insert into operatingmodel_right (program, round, topic, decides, asked, told) values "
                            + String.join(", ", Collections.nCopies(values.size() / 6, "(?, ?, ?, ?, ?, ?)")))
                    .params(values)
                    .update();
        }
    }

    private Map<String, @Nullable Right> rights(String program, int round) {
        Map<String, @Nullable Right> rights = new LinkedHashMap<>();
        jdbc.sql("select topic, decides, asked, told from operatingmodel_right where program = ? and round = ?")
                .params(program, round)
                .query(rs -> {
                    rights.put(rs.getString(1), new Right(rs.getString(2), rs.getString(3), rs.getString(4)));
                });
        return rights;
    }

    Optional<OperatingAgreement> of(String program, int round) {
        return read("round = ?", program, round);
    }

    Optional<OperatingAgreement> latest(String program, int upTo) {
        return read("round <= ?", program, upTo);
    }

    private Optional<OperatingAgreement> read(String where, String program, int round) {
        return jdbc.sql("select * from operatingmodel_agreement where program = ? and " + where
                        + " order by round desc fetch first 1 row only")
                .params(program, round)
                .query((rs, line) -> new OperatingAgreement(
                        rs.getString("decision_rights"),
                        new Capacity(
                                plain(rs.getBigDecimal("weekly_volume")),
                                plain(rs.getBigDecimal("relevant_share")),
                                plain(rs.getBigDecimal("coverage")),
                                plain(rs.getBigDecimal("automated_share")),
                                plain(rs.getBigDecimal("minutes_per_reply")),
                                plain(rs.getBigDecimal("hours_per_week")),
                                plain(rs.getBigDecimal("agents_today"))),
                        rs.getString("reason"),
                        Map.of(),
                        rights(program, rs.getInt("round"))))
                .optional();
    }

    /** 40, not 40.0000: the number as somebody would type it. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
