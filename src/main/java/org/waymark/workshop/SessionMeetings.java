package org.waymark.workshop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** The working sessions as calendars know them: whoever is in the team comes. */
@Component
class SessionMeetings implements Meetings {

    private static final String PREFIX = "workshop-";
    private static final String HOST = "@waymark";
    private static final String STANDING =
            Workshops.SELECT + " where state in ('PLANNED', 'RUNNING') and held_on >= :day";

    private final JdbcClient jdbc;
    private final Programs programs;
    private final Team team;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    SessionMeetings(JdbcClient jdbc, Programs programs, Team team, People people, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.team = team;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    static String uid(Session session) {
        return uid(session.id());
    }

    private static String uid(long session) {
        return PREFIX + session + HOST;
    }

    @Override
    public List<String> standing() {
        return jdbc.sql("""
                        select s.id from workshop_session s join program p on p.code = s.program
                        where s.state in ('PLANNED', 'RUNNING') and s.held_on >= :day and p.state = 'RUNNING'
                        order by s.held_on, s.id
                        """).param("day", yesterday()).query(Long.class).list().stream()
                .map(SessionMeetings::uid)
                .toList();
    }

    @Override
    public List<Meeting> coming(String program) {
        return jdbc
                .sql(STANDING + " and program = :program order by held_on, id")
                .param("day", yesterday())
                .param("program", program)
                .query(Session.class)
                .list()
                .stream()
                .map(this::meeting)
                .filter(Meeting::stands)
                .toList();
    }

    @Override
    public Optional<Meeting> find(String uid) {
        String id = uid.replace(PREFIX, "").replace(HOST, "");
        return jdbc.sql(Workshops.SELECT + " where id = ?")
                .param(Long.valueOf(id))
                .query(Session.class)
                .optional()
                .map(this::meeting);
    }

    /** Where somebody's today is still our yesterday, the session of that day is not over. */
    private LocalDate yesterday() {
        return LocalDate.now(clock).minusDays(1);
    }

    private Meeting meeting(Session session) {
        Program program = programs.get(session.program());
        boolean whole = session.format() == Format.TWO;
        OffsetDateTime begins = session.beginsAt();
        return new Meeting(
                uid(session),
                session.program(),
                state(session, program),
                session.heldOn(),
                whole ? 2 : 1,
                whole ? null : begins,
                session.format().total(),
                texts.of(
                        "workshop.meeting.title",
                        program.code(),
                        texts.of("workshop.format." + session.format().name())),
                texts.of("workshop.meeting.words", program.name(), people.nameOf(session.facilitator())),
                "/workshops/" + session.id() + "/invitation",
                team.of(session.program()));
    }

    private static Meeting.State state(Session session, Program program) {
        return switch (session.state()) {
            case "CLOSED" -> Meeting.State.HELD;
            case "CALLED_OFF" -> Meeting.State.OFF;
            default -> program.isRunning() ? Meeting.State.STANDS : Meeting.State.OFF;
        };
    }
}
