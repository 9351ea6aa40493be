package org.waymark.fault;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs that nobody answers: each reminds five people once, and tells its manager once of each of them. */
final class Unanswered {

    private static final String TIMERS = " from act_ru_job where handler_cfg_ in ('weighValuesReminder',"
            + " 'weighValuesOverdue') and process_instance_id_ in (select id_ from act_ru_execution where"
            + " business_key_ in (:programs))";

    private final JdbcClient jdbc;
    private final List<String> programs = new ArrayList<>();

    /** Launches so many, and waits until their timers run. */
    Unanswered(JdbcClient jdbc, Load load, int wanted) throws Exception {
        this.jdbc = jdbc;
        for (int one = 0; one < wanted; one++) {
            programs.add(load.launched(one));
        }
        await(() -> timers() == 2 * wanted, 120, "Timers never ran");
    }

    /** Lets every timer be due at this moment. */
    void due(LocalDateTime moment) {
        jdbc.sql("update act_ru_job set duedate_ = :moment where id_ in (select id_" + TIMERS + ")")
                .param("moment", moment)
                .param("programs", programs)
                .update();
    }

    /** The moment at which the last of them is due. */
    LocalDateTime last() {
        return jdbc.sql("select max(duedate_)" + TIMERS)
                .param("programs", programs)
                .query(LocalDateTime.class)
                .single();
    }

    /** Waits until everybody was told. */
    void awaitTold(int seconds) throws Exception {
        await(() -> timers() == 0, seconds, "Timers never fired");
        onceEach();
    }

    /** Whether everybody was told exactly once; nothing else may have been said. */
    void onceEach() {
        int people = programs.size() * Load.ASKED.size();
        Map<String, Integer> expected = Map.of("REMINDER", people, "ESCALATION", people);
        if (!told().equals(expected)) {
            throw new AssertionError("Told " + told() + " instead of " + expected);
        }
    }

    /** What was said, for the table. */
    String words() {
        return "%d reminders and %d escalations, each given once"
                .formatted(told().getOrDefault("REMINDER", 0), told().getOrDefault("ESCALATION", 0));
    }

    /** How often what the timers say was said; the morning after a due day has a word of its own, which is none of them. */
    private Map<String, Integer> told() {
        Map<String, Integer> told = new HashMap<>();
        jdbc.sql("select kind from notice where program in (:programs) and kind in ('REMINDER', 'ESCALATION')"
                        + " and slot not like 'LATE:%'")
                .param("programs", programs)
                .query(String.class)
                .list()
                .forEach(kind -> told.merge(kind, 1, Integer::sum));
        return told;
    }

    private int timers() {
        return jdbc.sql("select count(*)" + TIMERS)
                .param("programs", programs)
                .query(Integer.class)
                .single();
    }

    interface Until {
        boolean holds() throws Exception;
    }

    static void await(Until until, int seconds, String otherwise) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!until.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
