package org.waymark.workshop;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.Meeting;
import org.waymark.ledger.Ledger;
import org.waymark.process.NoticeOver;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Moves a session that has not begun to another day, or calls it off; everybody's calendar follows. */
@Service
public class Rescheduling {

    private final JdbcClient jdbc;
    private final Workshops workshops;
    private final SessionDays days;
    private final Team team;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Rescheduling(
            JdbcClient jdbc,
            Workshops workshops,
            SessionDays days,
            Team team,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.workshops = workshops;
        this.days = days;
        this.team = team;
        this.ledger = ledger;
        this.events = events;
    }

    /** Holds it on another day, or at another hour of the same one; at the same moment nobody hears of anything. */
    @Transactional
    public void move(long id, @Nullable LocalDate day, @Nullable LocalTime at, String person) {
        Session session = planned(id, person);
        LocalDate chosen = days.checked(day);
        OffsetDateTime begins = days.begins(chosen, at, person);
        String moment = Session.moment(chosen, begins);
        if (moment.equals(session.moment())) {
            return;
        }
        jdbc.sql("update workshop_session set held_on = :day, begins_at = :begins where id = :id")
                .param("day", chosen)
                .param("begins", begins)
                .param("id", id)
                .update();
        if (!chosen.equals(session.heldOn())) {
            forget(session);
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("from", session.moment());
        entry.put("to", moment);
        ledger.append(session.program(), "WORKSHOP_MOVED", person, null, session.facilitator(), entry);
    }

    /** Nobody comes; what was asked ahead of time stays asked. */
    @Transactional
    public void callOff(long id, String person) {
        Session session = planned(id, person);
        jdbc.sql("update workshop_session set state = 'CALLED_OFF' where id = ?")
                .param(id)
                .update();
        forget(session);
        ledger.append(
                session.program(),
                "WORKSHOP_CALLED_OFF",
                person,
                null,
                session.facilitator(),
                Map.of("on", session.heldOn().toString()));
    }

    private Session planned(long id, String person) {
        Session session = workshops.lead(id, person);
        if (!session.isPlanned()) {
            throw Refusal.conflict("workshop.begun");
        }
        return session;
    }

    /** Whoever has not read the reminder of the old day does not get it. */
    private void forget(Session session) {
        String slot = Meeting.reminder(SessionMeetings.uid(session), session.heldOn());
        team.of(session.program()).forEach(person -> events.publishEvent(new NoticeOver(slot, person)));
    }
}
