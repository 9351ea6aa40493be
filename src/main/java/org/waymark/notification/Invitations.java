package org.waymark.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** Invites whoever decides and runs a program to the gate of the stage in flight; a moved day moves the entry. */
@Component
class Invitations {

    private static final Set<String> ENDS = Set.of("ended", "decided");

    private final JdbcClient jdbc;
    private final Programs programs;
    private final Team team;
    private final Calendars calendars;
    private final CalendarMails mails;
    private final Texts texts;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            Programs programs,
            Team team,
            Calendars calendars,
            CalendarMails mails,
            Texts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.team = team;
        this.calendars = calendars;
        this.mails = mails;
        this.texts = texts;
        this.clock = clock;
    }

    record Sent(String person, String stage, LocalDate gateDay, int sequenceNumber, boolean cancelled) {}

    /** Brings the calendars of a program's deciders up to its plan, whoever is awake now. */
    @Transactional
    public void bring(Program program) {
        List<Sent> sent = sent(program.code());
        List<String> invited = invited(program.code());
        Optional<StageState> flying = !program.isRunning()
                ? Optional.empty()
                : programs.stages(program.code()).stream()
                        .filter(state -> state.stage().equals(program.stage()) && !state.isPassed())
                        .filter(state -> state.planned() != null)
                        .findFirst();
        flying.ifPresent(state -> invited.forEach(person -> invite(program, state, person, sent)));
        for (Sent one : sent) {
            boolean still =
                    flying.filter(now -> now.stage().equals(one.stage())).isPresent() && invited.contains(one.person());
            if (!still && !one.cancelled()) {
                end(program, programs.stage(program.code(), one.stage()), one);
            }
        }
    }

    private List<String> invited(String program) {
        return Stream.of(Part.SPONSOR, Part.GATEKEEPER, Part.MANAGER)
                .flatMap(part -> team.holding(program, part).stream())
                .distinct()
                .toList();
    }

    private void invite(Program program, StageState state, String person, List<Sent> sent) {
        LocalDate day = state.planned();
        Sent before = sent.stream()
                .filter(one -> one.person().equals(person) && one.stage().equals(state.stage()))
                .findFirst()
                .orElse(null);
        if (day == null
                || (before != null && !before.cancelled() && before.gateDay().equals(day))) {
            return;
        }
        int sequence = before == null ? 0 : before.sequenceNumber() + 1;
        if (write(program, state, day, sequence, person, before == null || before.cancelled() ? "invited" : "moved")) {
            keep(program.code(), state.stage(), person, day, sequence, before != null);
        }
    }

    /** A gate that was decided, sent away or stopped before its day no longer stands in anybody's calendar. */
    private void end(Program program, StageState state, Sent one) {
        boolean past = !one.gateDay().isAfter(LocalDate.now(clock));
        String what = state.isPassed() ? "decided" : "ended";
        if (past || write(program, state, one.gateDay(), one.sequenceNumber() + 1, one.person(), what)) {
            String uid = Calendars.uid(program.code(), one.stage());
            int ended = jdbc.sql("""
                            update calendar_invitation set cancelled = true, sequence_number = sequence_number + 1
                            where uid = :uid and person = :person and sequence_number = :before and cancelled = false
                            """)
                    .param("uid", uid)
                    .param("person", one.person())
                    .param("before", one.sequenceNumber())
                    .update();
            CalendarMails.mustBeFirst(ended, uid);
        }
    }

    private boolean write(Program program, StageState state, LocalDate day, int sequence, String id, String what) {
        return mails.write(id, MailWish::decisions, ENDS.contains(what), reader -> {
            CalendarText.Day entry = calendars.gate(program, state, day, sequence);
            String on = Dates.here().fullDate(entry.on());
            return new CalendarMails.Said(
                    entry, texts.of("notification.calendar." + what, entry.title(), on), entry.words());
        });
    }

    private List<Sent> sent(String program) {
        return jdbc.sql("""
                        select person, stage, gate_day, sequence_number, cancelled from calendar_invitation
                        where program = :program
                        """).param("program", program).query(Sent.class).list();
    }

    private void keep(String program, String stage, String person, LocalDate day, int sequence, boolean known) {
        String sql = known ? """
                  update calendar_invitation set gate_day = :day, sequence_number = :sequence, cancelled = false
                  where uid = :uid and person = :person and sequence_number = :before
                  """ : """
                  insert into calendar_invitation (uid, person, program, stage, gate_day, sequence_number, cancelled)
                  values (:uid, :person, :program, :stage, :day, :sequence, false)
                  """;
        String uid = Calendars.uid(program, stage);
        int kept = jdbc.sql(sql)
                .param("uid", uid)
                .param("person", person)
                .param("program", program)
                .param("stage", stage)
                .param("day", day)
                .param("sequence", sequence)
                .param("before", sequence - 1)
                .update();
        CalendarMails.mustBeFirst(kept, uid);
    }
}
