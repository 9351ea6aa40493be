package org.waymark.model.values;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The values a program has agreed on, the heaviest first, for the stages that build on them. */
@Component
public class AgreedValues {

    private final JdbcClient jdbc;

    AgreedValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An agreed value and its share of the group's points, in percent. */
    public record Weighted(String id, BigDecimal weight) {}

    /** As last agreed, in whichever round; empty before the first agreement. */
    public List<Weighted> of(String program) {
        return jdbc.sql("select id, weight from values_agreed where program = :program"
                        + " and round = (select max(round) from values_agreement where program = :program)"
                        + " order by weight desc, turn")
                .param("program", program)
                .query(Weighted.class)
                .list();
    }

    /** The three that matter most: what people are asked to recall. */
    public List<String> topThree(String program) {
        return of(program).stream().limit(3).map(Weighted::id).toList();
    }
}
