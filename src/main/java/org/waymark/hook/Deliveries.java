package org.waymark.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/**
 * What is to be sent to each address, and what became of it. Of one program at one address only the oldest that has not
 * arrived has its turn, so that nothing overtakes; whatever is given up lets the next one go.
 */
@Service
class Deliveries {

    private static final String SELECT = "select id, hook, program, sequence, event, body, state, tries, due, status,"
            + " millis, problem, made, sent from hook_delivery d";
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final int LONGEST_PROBLEM = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    void put(long hook, String program, long sequence, String event, String body) {
        jdbc.sql("""
                        insert into hook_delivery (hook, program, sequence, event, body, state, tries, due, made)
                        values (:hook, :program, :sequence, :event, :body, 'WAITING', 0, :now, :now)
                        """)
                .param("hook", hook)
                .param("program", program)
                .param("sequence", sequence)
                .param("event", event)
                .param("body", body)
                .param("now", now())
                .update();
    }

    /** What has its turn now at the addresses that are not paused; a claim that was never noted lapses. */
    List<Delivery> due() {
        return jdbc.sql(SELECT + """
                         where d.state in ('WAITING', 'SENDING') and d.due <= :now
                        and exists (select 1 from hook h where h.id = d.hook and h.paused = false)
                        and not exists (select 1 from hook_delivery o where o.hook = d.hook and o.program = d.program
                            and o.state in ('WAITING', 'SENDING') and o.id < d.id)
                        order by d.hook, d.id
                        """).param("now", now()).query(Delivery.class).list();
    }

    /** Takes one for sending; false when another node has it. */
    @Transactional
    boolean claim(Delivery delivery) {
        return jdbc.sql("""
                                update hook_delivery set state = 'SENDING', due = :until
                                where id = :id and state in ('WAITING', 'SENDING') and due <= :now
                                """)
                        .param("until", now().plus(CLAIM))
                        .param("now", now())
                        .param("id", delivery.id())
                        .update()
                == 1;
    }

    @Transactional
    void arrived(Delivery delivery, int status, int millis) {
        jdbc.sql("""
                        update hook_delivery set state = 'SENT', tries = tries + 1, status = :status, millis = :millis,
                            problem = null, sent = :now
                        where id = :id
                        """)
                .param("status", status)
                .param("millis", millis)
                .param("now", now())
                .param("id", delivery.id())
                .update();
    }

    /** Puts one back for its next try, or aside after the last; a test is tried once. */
    @Transactional
    void failed(Delivery delivery, @Nullable Integer status, int millis, String problem) {
        boolean last = delivery.tries() >= PAUSES.size() || delivery.event().equals(Delivery.TEST);
        jdbc.sql("""
                        update hook_delivery set state = :state, tries = tries + 1, status = cast(:status as integer),
                            millis = :millis, problem = :problem, due = :due
                        where id = :id
                        """)
                .param("state", last ? "FAILED" : "WAITING")
                .param("status", status)
                .param("millis", millis)
                .param("problem", problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)))
                .param("due", last ? now() : now().plus(PAUSES.get(delivery.tries())))
                .param("id", delivery.id())
                .update();
    }

    /** Sends one again, with the same number, so that a receiver who has it already knows. */
    @Transactional
    void again(long hook, long id) {
        int found = jdbc.sql("""
                        update hook_delivery set state = 'WAITING', tries = 0, due = :now
                        where id = :id and hook = :hook and state in ('SENT', 'FAILED')
                        """)
                .param("now", now())
                .param("id", id)
                .param("hook", hook)
                .update();
        if (found == 0) {
            throw Refusal.conflict("hook.delivery.on-its-way");
        }
    }

    List<Delivery> newest(long hook, int most) {
        return jdbc.sql(SELECT + " where d.hook = :hook order by d.id desc fetch first :most rows only")
                .param("hook", hook)
                .param("most", most)
                .query(Delivery.class)
                .list();
    }

    private record GivenUp(long hook, int times) {}

    /** How many of each address were given up in the last so many days. */
    Map<Long, Integer> givenUp(int days) {
        return jdbc.sql("""
                        select hook, count(*) as times from hook_delivery where state = 'FAILED' and made > :since
                        group by hook
                        """).param("since", now().minusDays(days)).query(GivenUp.class).list().stream()
                .collect(Collectors.toMap(GivenUp::hook, GivenUp::times));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
