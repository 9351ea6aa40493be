package org.waymark.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestClock;
import org.waymark.TestDatabase;
import org.waymark.ledger.Ledger;
import org.waymark.process.NoticeDue;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Contributions;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** A vote asked for by mail: each owner once, and what was given since the asking stays good. */
class BallotMailsTests {

    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestClock clock = new TestClock("2026-03-03T20:00:00Z");
    private final WorkItem ballot = mock();
    private final ApplicationEventPublisher events = mock();
    private VotingByLink voting;
    private BallotMails mails;

    @BeforeEach
    void oneBallotWaitsForAda() {
        for (String script : List.of(
                "V20261122_2373__workshop_room", "V20261122_2601__workshop_pass", "V20261122_3801__workshop_plan")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        when(ballot.task()).thenReturn("t1");
        when(ballot.program()).thenReturn("ATLAS");
        when(ballot.stage()).thenReturn("values");
        when(ballot.taskKey()).thenReturn("weighValues");
        when(ballot.assignee()).thenReturn("ada");
        Contributions contributions = mock();
        when(contributions.open("ATLAS", "values"))
                .thenReturn(new Contributions.Round("ATLAS", "values", "weighValues", "i1", List.of(), List.of("ada")));
        WorkItems items = mock();
        when(items.open("ATLAS", "weighValues")).thenReturn(List.of(ballot));
        Team team = mock();
        when(team.holding("ATLAS", Part.MANAGER)).thenReturn(List.of("max"));
        when(team.includes(any(), any())).thenReturn(true);
        People people = mock();
        for (String id : List.of("ada", "ben")) {
            when(people.find(id))
                    .thenReturn(Optional.of(new Person(id, id, id + "@example.com", Role.MEMBER, "en", "UTC", true)));
        }
        Ledger ledger = mock();
        voting = new VotingByLink(new Passes(jdbc), mock(Workshops.class), contributions, items, team, ledger, clock);
        mails = new BallotMails(jdbc, voting, people, ledger, events, clock);
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    private List<String> states() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return voting.given("ATLAS").stream()
                .sorted((one, two) -> Long.compare(one.id(), two.id()))
                .map(pass -> pass.state(now))
                .toList();
    }

    @Test
    void theMailEndsWhatWasGivenBeforeItWasAskedForAndNothingLater() {
        voting.link("ATLAS", "t1", "max");
        clock.pass(Duration.ofMinutes(1));
        mails.ask("ATLAS", "t1", "max");
        clock.pass(Duration.ofHours(11));
        assertThat(states()).containsExactly("OPEN");
        assertThat(mails.mailed("t1", "max")).isPresent();
        assertThat(states()).containsExactly("WITHDRAWN", "OPEN");

        voting.link("ATLAS", "t1", "max");
        assertThat(states()).as("what is given last ends the others").containsExactly("WITHDRAWN", "WITHDRAWN", "OPEN");
        assertThat(mails.mailed("t1", "max")).isPresent();
        assertThat(states())
                .as("asked for before the last one was given, written after it")
                .containsExactly("WITHDRAWN", "WITHDRAWN", "OPEN", "OPEN");
    }

    @Test
    void askingTwiceIsAskingOnceAndWhoeverTakesTheBallotOverMayBeAskedToo() {
        mails.ask("ATLAS", "t1", "max");
        mails.ask("ATLAS", "t1", "max");
        verify(events, times(1)).publishEvent(any(NoticeDue.class));
        assertThat(mails.asked("ATLAS")).containsExactly(new BallotMails.Asked("t1", "ada"));

        when(ballot.assignee()).thenReturn("ben");
        assertThat(mails.mailed("t1", "max")).as("it was Ada who was asked").isEmpty();
        mails.ask("ATLAS", "t1", "max");
        verify(events, times(2)).publishEvent(any(NoticeDue.class));
        assertThat(mails.asked("ATLAS")).containsExactly(new BallotMails.Asked("t1", "ben"));
        assertThat(mails.mailed("t1", "max")).isPresent();
    }
}
