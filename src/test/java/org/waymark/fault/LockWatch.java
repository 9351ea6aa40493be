package org.waymark.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at the lock of every step, five times a second: which were held for long, and what their node said of it. */
final class LockWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LockWatch.class);

    /** A step of ours takes less, also on a busy machine. */
    private static final long LONG = TimeUnit.SECONDS.toNanos(10);

    private record Lock(String job, String step, String owner, LocalDateTime until) {}

    private static final class Held {
        private final long since = System.nanoTime();
        private long last = since;
    }

    private final Connection line;
    private final JdbcClient jdbc;
    private final Map<Lock, Held> seen = new LinkedHashMap<>();
    private final Thread looking;
    private volatile boolean over;

    LockWatch(Postgres postgres) throws SQLException {
        line = postgres.connect();
        jdbc = Postgres.over(line);
        looking = new Thread(this::look, "locks");
        looking.setDaemon(true);
        looking.start();
    }

    /** The steps that were held for long, and how many of those their node had given up without unlocking them. */
    String words(String nodeSaid) {
        Map<Lock, Long> longest = longest();
        longest.forEach((lock, nanos) -> {
            log.info("{} was locked for {} ms", lock, nanos / 1_000_000);
            nodeSaid.lines().filter(line -> line.contains(lock.job())).forEach(line -> log.info("said: {}", line));
        });
        long given = longest.keySet().stream()
                .filter(lock ->
                        nodeSaid.lines().anyMatch(line -> line.contains("Exception while executing job " + lock.job())))
                .count();
        long most = longest.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return "%d steps stayed locked, the longest for %.1f s; %d of them their node had tried and could not even unlock"
                .formatted(longest.size(), most / 1e9, given);
    }

    private synchronized Map<Lock, Long> longest() {
        Map<Lock, Long> longest = new LinkedHashMap<>();
        seen.forEach((lock, held) -> {
            if (held.last - held.since > LONG) {
                longest.put(lock, held.last - held.since);
            }
        });
        return longest;
    }

    private synchronized List<Lock> locked() {
        return jdbc.sql("select id_, coalesce(handler_cfg_, handler_type_), lock_owner_, lock_exp_time_ from act_ru_job"
                        + " where lock_owner_ is not null")
                .query((row, at) -> new Lock(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toLocalDateTime()))
                .list();
    }

    private void look() {
        while (!over) {
            note(locked());
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void note(List<Lock> locked) {
        for (Lock lock : locked) {
            seen.computeIfAbsent(lock, first -> new Held()).last = System.nanoTime();
        }
    }

    @Override
    public void close() throws InterruptedException, SQLException {
        over = true;
        looking.join();
        line.close();
    }
}
