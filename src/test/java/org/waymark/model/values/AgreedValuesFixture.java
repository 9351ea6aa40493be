package org.waymark.model.values;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.model.TestHouse;

/** Agreed values for tests of the stages that build on them. */
public final class AgreedValuesFixture {

    private AgreedValuesFixture() {}

    public static AgreedValues reading(JdbcClient jdbc) {
        return new AgreedValues(jdbc);
    }

    public static RecallHistory history(TestHouse house) {
        return new RecallHistory(house.jdbc, house.clock, house.texts);
    }

    public static void agree(JdbcClient jdbc, String program, Map<String, Integer> weights) {
        jdbc.sql("insert into values_agreement (program, round, agreed_by, agreed_at)"
                        + " values (:program, 1, 'manager', current_timestamp)")
                .param("program", program)
                .update();
        weights.forEach((id, weight) -> jdbc.sql(
                        "insert into values_agreed (program, round, id, turn, weight, measure, unit, better, to_be_measured)"
                                + " values (:program, 1, :id, 0, :weight, 'm', '%', 'up', true)")
                .param("program", program)
                .param("id", id)
                .param("weight", weight)
                .update());
    }
}
