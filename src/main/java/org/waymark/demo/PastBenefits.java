package org.waymark.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.process.Jobs;
import org.waymark.process.Past;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;

/** What the benefits of an earlier program brought until today: owners reported it, finance mostly confirmed it. */
@Component
@Profile("demo")
class PastBenefits {

    private static final int UNCONFIRMED = 4;

    private final WorkItems items;
    private final Jobs jobs;
    private final Hands hands;
    private final Past past;
    private final JdbcClient jdbc;

    PastBenefits(WorkItems items, Jobs jobs, Hands hands, Past past, JdbcClient jdbc) {
        this.items = items;
        this.jobs = jobs;
        this.hands = hands;
        this.past = past;
        this.jdbc = jdbc;
    }

    /** Everything to date at once, each line by its own share of the plan, the same on every start. */
    void tell(String program, int at, OffsetDateTime then) {
        past.at(then, () -> jobs.due(program, "awaitQuarter"));
        for (WorkItem item : items.open(program, "reportBenefit")) {
            past.at(then, () -> hands.handIn(item, new Brought(item, at)));
        }
        if (at % UNCONFIRMED == 0) {
            return; // finance has not looked yet
        }
        for (WorkItem item : items.open(program, "confirmBenefit")) {
            past.at(then, () -> hands.handIn(item, new Brought(item, at)));
        }
    }

    private final class Brought implements Hands.Answers {

        private final String line;
        private final BigDecimal share;

        Brought(WorkItem item, int at) {
            line = jdbc.sql("select line from roi_watch where instance = :instance")
                    .param("instance", item.instance())
                    .query(String.class)
                    .single();
            // a little less or more than planned; every seventh program far less
            share = at % 7 == 6
                    ? new BigDecimal("0.7")
                    : BigDecimal.valueOf(88 + Math.floorMod(at * 5 + line.hashCode(), 24), 2);
        }

        @Override
        public void begin(WorkItem task, ObjectNode draft) {
            if (task.taskKey().equals("confirmBenefit")) {
                draft.put("answer", "CONFIRMED");
            }
        }

        @Override
        public @Nullable JsonNode answer(WorkItem task, String field, ObjectNode draft) {
            if (field.endsWith(".source")) {
                return Story.NODES.textNode("Cost report of the quarter");
            }
            int place = Integer.parseInt(field.replaceAll("\\D", ""));
            int quarter = draft.path("quarters").path(place).path("quarter").asInt();
            return Story.NODES.textNode(planned(task.program(), quarter)
                    .multiply(share)
                    .setScale(0, RoundingMode.HALF_UP)
                    .toPlainString());
        }

        private BigDecimal planned(String program, int quarter) {
            return jdbc.sql("""
                            select amount from roi_plan_year where program = :program and line = :line and at_year = :year
                            and version_no = (select max(version_no) from roi_baseline where program = :program)
                            """)
                    .param("program", program)
                    .param("line", line)
                    .param("year", (quarter + 3) / 4)
                    .query(BigDecimal.class)
                    .single()
                    .divide(BigDecimal.valueOf(4), 8, RoundingMode.HALF_UP);
        }
    }
}
