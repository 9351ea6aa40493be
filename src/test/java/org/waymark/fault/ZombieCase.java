package org.waymark.fault;

import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.demo.Node;
import org.waymark.demo.Node.Manner;

/** A node that freezes in the middle of its steps, and comes back when others have long done them. */
final class ZombieCase {

    /** As long as a step's lock lasts, and a little more. */
    private static final int FROZEN = 70;

    private static final int PROGRAMS = 12;

    private ZombieCase() {}

    static List<FaultCase> all() {
        return List.of(new FaultCase(
                "R8",
                "one of two nodes is frozen for " + FROZEN + " s in the middle of its steps (SIGSTOP)",
                2,
                ZombieCase::frozen));
    }

    private static String frozen(Site site, Load load) throws Exception {
        // the engine notes what it refuses as outdated only when it is asked to
        site.replace(0, Manner.environment(Map.of("LOGGING_LEVEL_ORG_CAMUNDA_BPM_ENGINE_CONTEXT", "DEBUG")));
        Node zombie = site.node(0);
        try (Connection connection = site.postgres.connect()) {
            JdbcClient jdbc = Postgres.over(connection);
            Unanswered unanswered = new Unanswered(jdbc, load, PROGRAMS);
            Set<String> held = frozenInTheMiddle(site, jdbc, unanswered);
            int before = load.tally.acknowledged();
            int saidBefore;
            int meanwhile;
            try {
                TimeUnit.SECONDS.sleep(FROZEN); // the length of the freeze is the case
                meanwhile = load.tally.acknowledged() - before;
                saidBefore = zombie.said().length();
            } finally {
                signal("CONT", zombie.pid());
            }
            unanswered.awaitTold(180);
            load.tally.awaitMore(20, 60);
            unanswered.onceEach();
            long refused = zombie.said()
                    .substring(saidBefore)
                    .lines()
                    .filter(line -> line.contains("OptimisticLockingException"))
                    .count();
            return "%d acknowledged by the other meanwhile; frozen with %d steps in hand, once thawed %d of its commits were refused as outdated; %s, %d letters arrived twice"
                    .formatted(meanwhile, held.size(), refused, unanswered.words(), twice(site));
        } finally {
            site.replace(0, Manner.USUAL);
        }
    }

    /** Holds both nodes up where they write a reminder, and freezes one there; the steps it holds then. */
    private static Set<String> frozenInTheMiddle(Site site, JdbcClient jdbc, Unanswered unanswered) throws Exception {
        try (Connection brake = site.postgres.connect()) {
            brake.setAutoCommit(false);
            Postgres.over(brake).sql("lock table notice in share mode").update();
            unanswered.due(LocalDateTime.now().minusMinutes(1));
            Unanswered.await(() -> owners(jdbc) == 2, 30, "The two nodes never shared the reminders");
            signal("STOP", site.node(0).pid());
            brake.rollback();
        }
        // what the other holds it does at once; what stays locked is the frozen one's
        TimeUnit.SECONDS.sleep(5);
        List<String> locked = jdbc.sql("select id_ from act_ru_job where lock_owner_ is not null")
                .query(String.class)
                .list();
        if (locked.isEmpty()) {
            signal("CONT", site.node(0).pid());
            throw new AssertionError("The frozen node held nothing");
        }
        return new HashSet<>(locked);
    }

    private static int owners(JdbcClient jdbc) {
        return jdbc.sql("select count(distinct lock_owner_) from act_ru_job where handler_cfg_ like 'weighValues%'")
                .query(Integer.class)
                .single();
    }

    private static int twice(Site site) throws Exception {
        List<String> ids = new ArrayList<>();
        for (var letter : site.mailbox()) {
            ids.add(letter.getMessageID());
        }
        return ids.size() - new HashSet<>(ids).size();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        int said = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .waitFor();
        if (said != 0) {
            throw new IOException("kill -" + name + " " + pid + " said " + said);
        }
    }
}
