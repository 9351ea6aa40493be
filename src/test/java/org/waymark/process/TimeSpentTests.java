package org.waymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestClock;
import org.waymark.TestDatabase;

/** Minutes are counted honestly: while something moves, never for a form left open. */
class TimeSpentTests {

    private final TestClock clock = new TestClock("2026-11-23T09:00:00Z");
    private JdbcClient jdbc;
    private TimeSpent time;

    @BeforeEach
    void tables() {
        var database = TestDatabase.fresh();
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V20261121_2312__process_work.sql"),
                        new ClassPathResource("db/migration/V20261122_2312__process_time.sql")),
                database);
        jdbc = JdbcClient.create(database);
        time = new TimeSpent(jdbc, clock);
        jdbc.sql("""
                        insert into work_item (task, task_key, name, program, stage, instance, assignee, created, state)
                        values ('t', 'weighValues', 'Weigh', 'ATLAS', 'values', 'i', 'ana', ?, 'OPEN')
                        """).param(clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private void signAfter(int... seconds) {
        for (int each : seconds) {
            clock.pass(Duration.ofSeconds(each));
            time.sign("t", "ana");
        }
    }

    private TimeSpent.Spent spent() {
        return time.of("ana").get("t");
    }

    @Test
    void signsOfLifeAddUpAndAPauseIsLeftOut() {
        signAfter(0, 60, 60, 180, 181, 3600, 30);
        assertThat(spent().seconds()).isEqualTo(60 + 60 + 180 + 30);
        assertThat(spent().minutes()).isEqualTo(6);
        assertThat(spent().done()).isFalse();
    }

    @Test
    void theLastStretchEndsWithHandingInUnlessItWasAPause() {
        signAfter(0, 40);
        end(Duration.ofSeconds(50));
        assertThat(spent().seconds()).isEqualTo(90);
        assertThat(spent().done()).isTrue();
        assertThat(time.in("ATLAS")).containsExactly(spent());
        end(Duration.ofHours(2));
        assertThat(spent().seconds()).isEqualTo(40);
    }

    @Test
    void twoWindowsCountOneTimeOnly() {
        List<Integer> both = List.of(0, 30, 0, 30, 0, 30);
        both.forEach(this::signAfter);
        assertThat(spent().seconds()).isEqualTo(90);
    }

    @Test
    void whoeverHandedInForSomebodyElseEndsNothingOfTheirs() {
        signAfter(0, 60);
        jdbc.sql("update work_item set ended = ?, ended_by = 'ben', state = 'DONE'")
                .param(OffsetDateTime.ofInstant(clock.instant().plusSeconds(60), ZoneOffset.UTC))
                .update();
        assertThat(spent().done()).isFalse();
        assertThat(spent().seconds()).isEqualTo(60);
    }

    private void end(Duration later) {
        jdbc.sql("update work_item set ended = ?, ended_by = 'ana', state = 'DONE'")
                .param(OffsetDateTime.ofInstant(clock.instant().plus(later), ZoneOffset.UTC))
                .update();
    }
}
