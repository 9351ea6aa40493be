package org.waymark.process;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How long people really worked on their forms: the time between two signs of life (the form is shown, something is
 * saved, a minute with a key or a pointer moved, handed in) counts as long as it is no longer than a pause. A form left
 * open costs nobody a minute.
 */
@Repository
public class TimeSpent {

    /** A longer silence is a pause and not counted. */
    public static final Duration PAUSE = Duration.ofMinutes(3);

    private static final String SELECT = """
            select w.task, w.task_key, w.program, t.person, t.seconds, t.seen, w.ended, w.ended_by
            from work_time t join work_item w on w.task = t.task
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TimeSpent(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What one person spent on one task. */
    public record Spent(String task, String taskKey, String program, String person, long seconds, boolean done) {

        /** Whole minutes, a begun one counts from half on; whoever worked at all worked a minute. */
        public int minutes() {
            return seconds <= 0 ? 0 : (int) Math.max(1, (seconds + 30) / 60);
        }
    }

    private record Row(
            String task,
            String taskKey,
            String program,
            String person,
            long seconds,
            long seen,
            @Nullable OffsetDateTime ended,
            @Nullable String endedBy) {

        Spent spent() {
            OffsetDateTime when = ended;
            boolean done = when != null && person.equals(endedBy);
            long last = when != null && done ? when.toEpochSecond() - seen : 0;
            return new Spent(
                    task,
                    taskKey,
                    program,
                    person,
                    last > 0 && last <= PAUSE.toSeconds() ? seconds + last : seconds,
                    done);
        }
    }

    /** The person's form shows signs of life. */
    void sign(String task, String person) {
        long now = clock.instant().getEpochSecond();
        int known = jdbc.sql("""
                        update work_time set seen = :now,
                            seconds = seconds + case when :now > seen and :now - seen <= :pause then :now - seen else 0 end
                        where task = :task and person = :person
                        """)
                .param("now", now)
                .param("pause", PAUSE.toSeconds())
                .param("task", task)
                .param("person", person)
                .update();
        if (known == 0) {
            try {
                jdbc.sql("insert into work_time (task, person, seconds, seen) values (?, ?, 0, ?)")
                        .params(task, person, now)
                        .update();
            } catch (DuplicateKeyException anotherWindow) {
                // the other window has begun to count
            }
        }
    }

    /** Adds time that was spent away from the form, in a working session for example. */
    public void add(String task, String person, Duration time) {
        sign(task, person);
        jdbc.sql("update work_time set seconds = seconds + ? where task = ? and person = ?")
                .params(time.toSeconds(), task, person)
                .update();
    }

    /** Everybody's time in a program. */
    public List<Spent> in(String program) {
        return jdbc.sql(SELECT + " where w.program = ?").param(program).query(Row.class).list().stream()
                .map(Row::spent)
                .toList();
    }

    /** A person's own time, by task. */
    public Map<String, Spent> of(String person) {
        Map<String, Spent> spent = new LinkedHashMap<>();
        jdbc.sql(SELECT + " where t.person = ?")
                .param(person)
                .query(Row.class)
                .list()
                .forEach(row -> spent.put(row.task(), row.spent()));
        return spent;
    }
}
