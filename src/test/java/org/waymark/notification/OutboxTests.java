package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestClock;
import org.waymark.TestDatabase;
import org.waymark.security.Person;
import org.waymark.security.Role;

/** A mail on its way: tried again with longer and longer pauses, given up visibly, never sent twice by itself. */
class OutboxTests {

    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final TestClock clock = new TestClock("2026-03-03T10:00:00Z");
    private Outbox outbox;

    @BeforeEach
    void anOutboxWithOneMail() {
        for (String script : List.of(
                "V20261121_2312__process_work",
                "V20261121_2335__notification_notice",
                "V20261122_2391__notification_mail")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        Letters letters = mock(Letters.class);
        when(letters.html(any())).thenReturn("<p>Hello</p>");
        outbox = new Outbox(JdbcClient.create(database), letters, clock);
        Person ada = new Person("ada", "Ada", "ada@example.com", Role.MEMBER, "en", "UTC", true);
        outbox.put(
                new Reader(ada, "ada@example.com", MailWish.USUAL, ZonedDateTime.now(ZoneOffset.UTC)),
                new Letter("ATLAS\r\nBcc: all@example.com", "Hello", List.of(), "", ""),
                null,
                true);
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    private Mail only() {
        return outbox.newest(null, 10).get(0);
    }

    @Test
    void aSubjectStaysOneLine() {
        assertThat(only().subject()).isEqualTo("ATLAS  Bcc: all@example.com");
    }

    @Test
    void whatIsRefusedIsTriedAgainWithPausesAndGivenUpVisibly() {
        int tries = 0;
        while (!only().isStuck()) {
            Mail mail = outbox.due(10).get(0);
            assertThat(outbox.claim(mail)).isTrue();
            outbox.refused(mail, "451 try later");
            assertThat(outbox.due(10)).isEmpty();
            clock.pass(Duration.ofHours(13));
            tries++;
        }
        assertThat(tries).isEqualTo(7);
        assertThat(only().state()).isEqualTo("FAILED");
        assertThat(only().problem()).isEqualTo("451 try later");
        outbox.again(only().id());
        assertThat(outbox.due(10)).hasSize(1);
    }

    @Test
    void onlyOneNodeSendsAMail() {
        Mail mail = outbox.due(10).get(0);
        assertThat(outbox.claim(mail)).isTrue();
        assertThat(outbox.claim(mail)).isFalse();
        outbox.sent(mail);
        assertThat(outbox.due(10)).isEmpty();
        assertThat(only().state()).isEqualTo("SENT");
    }

    @Test
    void aNodeThatDiedWhileSendingLeavesADoubtAndNoSecondMail() {
        outbox.claim(outbox.due(10).get(0));
        outbox.doubt();
        assertThat(only().state()).isEqualTo("SENDING");
        clock.pass(Duration.ofMinutes(11));
        outbox.doubt();
        assertThat(only().state()).isEqualTo("UNSURE");
        assertThat(outbox.due(10)).isEmpty();
    }

    @Test
    void nudgesAreCountedForSevenDays() {
        assertThat(outbox.nudges("ada")).isEqualTo(1);
        clock.pass(Duration.ofDays(8));
        assertThat(outbox.nudges("ada")).isZero();
    }
}
