package org.waymark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class RememberingJdbcTests {

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2)
            .build();
    private final DataSource counted =
            ProxyDataSourceBuilder.create(database).countQuery().build();
    private final JdbcClient jdbc = new RememberingJdbc(JdbcClient.create(counted));
    private final DataSourceTransactionManager manager = new DataSourceTransactionManager(counted);
    private final TransactionTemplate transaction = new TransactionTemplate(manager);
    private final TransactionTemplate another = new TransactionTemplate(manager);

    @BeforeEach
    void fill() {
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        jdbc.sql("create table seat (person varchar(20), part varchar(20))").update();
        jdbc.sql("create table seat_note (person varchar(20))").update();
        seat("service", "LEAD");
        QueryCountHolder.clear();
    }

    @AfterEach
    void shutDown() {
        database.shutdown();
    }

    record Seat(
            String heldBy,
            boolean lead,
            @Nullable Long sinceDay,
            TimeUnit unit,
            @Nullable LocalDate until) {}

    @Test
    void aRowBecomesARecordWhateverTheOrderAndTheSpellingOfItsColumns() {
        Seat seat = jdbc.sql("""
                        select null since_day, 'DAYS' unit, date '2026-11-23' "until", part = 'LEAD' lead, person held_by,
                            7 spare
                        from seat
                        """).query(Seat.class).single();
        assertThat(seat).isEqualTo(new Seat("service", true, null, TimeUnit.DAYS, LocalDate.of(2026, 11, 23)));
    }

    record Held(Seat seat, long seats) {}

    @Test
    void aRecordWithinARecordIsReadFromTheSameRow() {
        assertThat(jdbc.sql("""
                        select (select count(*) from seat) seats, person held_by, part = 'LEAD' lead, 7 since_day,
                            'DAYS' unit, null "until"
                        from seat
                        """).query(Held.class).list())
                .containsExactly(new Held(new Seat("service", true, 7L, TimeUnit.DAYS, null), 1));
    }

    @Test
    void aRecordThatAsksForAColumnThatIsNotThereNamesIt() {
        assertThatThrownBy(() -> jdbc.sql("select person held_by from seat")
                        .query(Seat.class)
                        .list())
                .hasMessageContaining("lead")
                .hasMessageContaining("Seat");
    }

    @Test
    void oneTransactionAsksTheSameQuestionOnce() {
        transaction.executeWithoutResult(status -> {
            assertThat(parts("service")).containsExactly("LEAD");
            assertThat(parts("service")).containsExactly("LEAD");
            assertThat(parts("sales")).isEmpty();
            assertThat(selects()).isEqualTo(2);
        });
        transaction.executeWithoutResult(status -> parts("service"));
        assertThat(selects()).isEqualTo(3);
    }

    @Test
    void withoutATransactionEveryQuestionIsAsked() {
        parts("service");
        parts("service");
        assertThat(selects()).isEqualTo(2);
    }

    @Test
    void whatATransactionWritesItSees() {
        transaction.executeWithoutResult(status -> {
            parts("service");
            seat("service", "RATER");
            assertThat(parts("service")).containsExactly("LEAD", "RATER");
            jdbc.sql("UPDATE seat set part = ? where part = ?")
                    .params("OWNER", "LEAD")
                    .update();
            assertThat(parts("service")).containsExactly("OWNER", "RATER");
            jdbc.sql("delete from seat where part = ?").param("OWNER").update();
            assertThat(parts("service")).containsExactly("RATER");
        });
    }

    @Test
    void aTableOfAnotherNameIsNotForgotten() {
        transaction.executeWithoutResult(status -> {
            parts("service");
            jdbc.sql("insert into seat_note values ('service')").update();
            parts("service");
            assertThat(selects()).isEqualTo(1);
        });
    }

    @Test
    void afterWaitingForALockEverythingIsLookedAtAnew() {
        transaction.executeWithoutResult(status -> {
            parts("service");
            another.executeWithoutResult(other -> seat("service", "RATER"));
            assertThat(parts("service")).containsExactly("LEAD");
            jdbc.sql("select person from seat_note for update")
                    .query(String.class)
                    .list();
            assertThat(parts("service")).containsExactly("LEAD", "RATER");
        });
    }

    @Test
    void aTransactionWithinSeesItsOwnAnswersOnly() {
        transaction.executeWithoutResult(status -> {
            parts("service");
            another.executeWithoutResult(other -> {
                seat("service", "RATER");
                assertThat(parts("service")).containsExactly("LEAD", "RATER");
            });
            assertThat(parts("service")).containsExactly("LEAD");
        });
        assertThat(parts("service")).containsExactly("LEAD", "RATER");
    }

    @Test
    void whoeverChangesAListChangesNobodyElses() {
        transaction.executeWithoutResult(status -> {
            parts("service").add("SPOILT");
            parts("service").add("SPOILT");
            assertThat(parts("service")).containsExactly("LEAD");
        });
    }

    private void seat(String person, String part) {
        jdbc.sql("insert into seat values (?, ?)").params(person, part).update();
    }

    private List<String> parts(String person) {
        return jdbc.sql("select part from seat where person = :person order by part")
                .param("person", person)
                .query(String.class)
                .list();
    }

    private static long selects() {
        return QueryCountHolder.getGrandTotal().getSelect();
    }
}
