package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.TestClock;
import org.waymark.TestDatabase;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** Two nodes that keep the same calendars in step at the same moment write each mail once. */
class InvitationRaceTests {

    private static final String UID = "workshop-1@waymark";
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestClock clock = new TestClock("2026-03-03T10:00:00Z");
    private final Meetings meetings = mock();
    private final MeetingLetters letters = mock();
    private final CalendarMails mails = mock();
    private final Programs programs = mock();
    private final Team team = mock();
    /** What the other node does while this one writes its first mail. */
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();

    private MeetingInvitations toMeetings;
    private Invitations toGates;

    @BeforeEach
    void twoNodesOnOneDatabase() {
        for (String script : List.of(
                "V20261121_2312__process_work",
                "V20261121_2335__notification_notice",
                "V20261122_2391__notification_mail",
                "V20261122_2392__notification_calendar",
                "V20261122_3802__notification_meeting")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        jdbc.sql("create table written (person varchar(64) not null, sequence_number integer not null)")
                .update();
        when(letters.write(anyString(), anyString(), anyInt(), anyString())).thenAnswer(call -> {
            write(call.getArgument(1), call.getArgument(2));
            return true;
        });
        when(mails.write(anyString(), any(), anyBoolean(), any())).thenAnswer(call -> {
            write(call.getArgument(0), 0);
            return true;
        });
        WorkingCalendar working = mock();
        when(working.plusWorkingDays(any(), anyInt(), any())).thenReturn(DAY.minusDays(1));
        toMeetings = new MeetingInvitations(
                jdbc, meetings, programs, working, readers(), letters, mock(Notices.class), clock);
        toGates = new Invitations(jdbc, programs, team, mock(Calendars.class), mails, mock(Texts.class), clock);
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    private static Readers readers() {
        Readers readers = mock();
        when(readers.of(anyString())).thenReturn(Optional.empty());
        return readers;
    }

    /** As the outbox does: in the transaction of whoever writes. */
    private void write(String person, int sequence) {
        jdbc.sql("insert into written (person, sequence_number) values (?, ?)")
                .params(person, sequence)
                .update();
        Runnable other = meanwhile.poll();
        if (other != null) {
            other.run();
        }
    }

    private int written() {
        return jdbc.sql("select count(*) from written").query(Integer.class).single();
    }

    private void node(Runnable act) {
        TransactionTemplate own = new TransactionTemplate(new DataSourceTransactionManager(database));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> act.run());
    }

    private void meeting(Meeting.State state, LocalDate on) {
        when(meetings.find(UID))
                .thenReturn(Optional.of(new Meeting(
                        UID, "ATLAS", state, on, 1, null, 60, "ATLAS", "You meet", "/workshops/1", List.of("ada"))));
    }

    private void bothBring() {
        meanwhile.add(() -> node(() -> toMeetings.bring(UID)));
        assertThatThrownBy(() -> node(() -> toMeetings.bring(UID))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aMeetingIsInvitedToMovedAndCalledOffInOneMailEach() {
        meeting(Meeting.State.STANDS, DAY);
        node(() -> toMeetings.bring(UID));
        assertThat(written()).isEqualTo(1);
        meeting(Meeting.State.STANDS, DAY.plusDays(1));
        bothBring();
        assertThat(written()).isEqualTo(2);
        meeting(Meeting.State.OFF, DAY.plusDays(1));
        bothBring();
        assertThat(written()).isEqualTo(3);
        assertThat(jdbc.sql("select sequence_number from calendar_meeting")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        node(() -> toMeetings.bring(UID));
        assertThat(written()).isEqualTo(3);
    }

    @Test
    void aGateIsInvitedToMovedAndEndedInOneMailEach() {
        Program program = mock();
        when(program.code()).thenReturn("ATLAS");
        when(program.stage()).thenReturn("values");
        when(program.isRunning()).thenReturn(true);
        StageState state = mock();
        when(state.stage()).thenReturn("values");
        when(state.planned()).thenReturn(DAY, DAY, DAY.plusDays(1));
        when(programs.stages("ATLAS")).thenReturn(List.of(state));
        when(programs.stage("ATLAS", "values")).thenReturn(state);
        when(team.holding("ATLAS", Part.SPONSOR)).thenReturn(List.of("ada"));
        node(() -> toGates.bring(program));
        assertThat(written()).isEqualTo(1);

        meanwhile.add(() -> node(() -> toGates.bring(program)));
        assertThatThrownBy(() -> node(() -> toGates.bring(program)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(written()).isEqualTo(2);
        when(program.isRunning()).thenReturn(false);
        meanwhile.add(() -> node(() -> toGates.bring(program)));
        assertThatThrownBy(() -> node(() -> toGates.bring(program)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(written()).isEqualTo(3);
    }

    @Test
    void whoFallsBehindGoesOnWithTheNextWithoutAWord() {
        MeetingInvitations behind = mock();
        when(behind.open()).thenReturn(new LinkedHashSet<>(Set.of(UID)));
        doThrow(new OptimisticLockingFailureException("faster")).when(behind).bring(UID);
        Invitations gates = mock();
        Program program = mock();
        when(programs.all()).thenReturn(List.of(program));
        Mailman mailman = new Mailman(
                mock(Notices.class),
                mock(),
                mock(Readers.class),
                mock(Letters.class),
                gates,
                behind,
                mock(Deadlines.class),
                programs,
                mock(Outbox.class),
                mock(Carrier.class),
                mock());
        assertThatCode(mailman::plan).doesNotThrowAnyException();
        verify(gates).bring(program);
    }
}
