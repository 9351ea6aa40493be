package org.waymark.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.gate.StandingIn;
import org.waymark.program.EarlyOpenings;
import org.waymark.program.Program;
import org.waymark.security.People;
import org.waymark.stage.Link;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.trace.Looks;
import org.waymark.web.TaskNames;
import org.waymark.web.Texts;

/** What needs a person today, most pressing first, each with the reason in words; two statements for most people. */
@Service
public class Needs {

    private static final int STANDING_IN = 55;
    private static final int SOON = 3;
    static final int MOST = 200;

    private final Desk desk;
    private final ProgramNeeds programNeeds;
    private final JdbcClient jdbc;
    private final StandingIn standingIn;
    private final Stages stages;
    private final Looks looks;
    private final EarlyOpenings early;
    private final People people;
    private final WorkingCalendar calendar;
    private final Texts texts;
    private final Clock clock;

    Needs(
            Desk desk,
            ProgramNeeds programNeeds,
            JdbcClient jdbc,
            StandingIn standingIn,
            Stages stages,
            Looks looks,
            EarlyOpenings early,
            People people,
            WorkingCalendar calendar,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.programNeeds = programNeeds;
        this.jdbc = jdbc;
        this.standingIn = standingIn;
        this.stages = stages;
        this.looks = looks;
        this.early = early;
        this.people = people;
        this.calendar = calendar;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One thing that needs the reader: what, why, and where to go; a note may be settled in place. Its sentences are made
     * when somebody reads them: most are only counted.
     */
    public record Need(
            Supplier<String> called,
            Supplier<String> because,
            Supplier<String> asks,
            String href,
            int weight,
            long note,
            String program) {

        public String title() {
            return called.get();
        }

        public String reason() {
            return because.get();
        }

        public String verb() {
            return asks.get();
        }
    }

    /** What needs the reader, and from which rows that was told. */
    record Told(List<Need> needs, List<String> versions) {

        /** The first of each program, so that one program never fills the page; then the rest. */
        List<Need> first(int most) {
            Set<String> programs = new LinkedHashSet<>();
            List<Need> first = new ArrayList<>();
            List<Need> rest = new ArrayList<>();
            needs.forEach(need -> (programs.add(need.program()) ? first : rest).add(need));
            first.addAll(rest);
            return first.stream().limit(most).toList();
        }
    }

    @Transactional(readOnly = true)
    public List<Need> of(String person) {
        return told(desk.of(person)).needs();
    }

    @Transactional(readOnly = true)
    Told told(Desk.Reader reader) {
        List<Need> needs = new ArrayList<>();
        reader.work().forEach(work -> needs.add(mine(work)));
        if (reader.deputy()) {
            standIns(reader.id(), needs);
        }
        reader.again().forEach(code -> waiting(code, reader.id(), needs));
        List<Pressing> rows = attention(reader.id());
        for (Pressing row : rows) {
            boolean manages = reader.id().equals(row.manager());
            if (manages) {
                needs.addAll(programNeeds.managed(row, reader.id()));
            }
            needs.addAll(programNeeds.conditions(row));
        }
        needs.sort(Comparator.comparingInt(Need::weight).reversed());
        return new Told(
                needs,
                rows.stream()
                        .map(row -> "need " + row.program() + ":" + row.version())
                        .toList());
    }

    /** Parts that a stage needs soon; also shown on the program's page. */
    List<Need> unfilled(Program program) {
        return programNeeds.unfilled(program);
    }

    /** The programs the reader runs or sponsors that may need them by now, longest waiting first. */
    private List<Pressing> attention(String person) {
        String part =
                "(select " + Pressing.COLUMNS + " from board_row r where r.%s = :person and r.attention_at <= :now%s"
                        + " order by r.attention_at, r.program fetch first " + MOST + " rows only)";
        return jdbc.sql(part.formatted("manager", "") + " union all "
                        + part.formatted("sponsor", " and (r.manager is null or r.manager <> :person)"))
                .param("person", person)
                .param("now", OffsetDateTime.now(clock))
                .query(Pressing.class)
                .list();
    }

    /** Asked only of whoever is somebody's deputy today. */
    private void standIns(String person, List<Need> needs) {
        for (StandingIn.Offer offer : standingIn.offers(person)) {
            String principal = people.nameOf(offer.principal());
            needs.add(new Need(
                    () -> texts.of("portfolio.need.stand-in.title", offer.program(), principal),
                    () -> texts.of("portfolio.need.stand-in", principal),
                    () -> texts.of("portfolio.need.stand-in.verb"),
                    "/my-work/" + offer.task(),
                    STANDING_IN,
                    0,
                    offer.program()));
        }
    }

    /** What a stage asks after its gate: a completed program still has its money and its agreed record. */
    private void waiting(String code, String person, List<Need> needs) {
        for (StageModel stage : stages.inOrder()) {
            for (Link link : stage.waiting(code, person)) {
                needs.add(new Need(
                        link::label,
                        () -> texts.of("portfolio.need.again"),
                        () -> texts.of("portfolio.need.again.verb"),
                        link.href(),
                        58,
                        0,
                        code));
            }
        }
        for (EarlyOpenings.Opening opening : early.waiting(code, person)) {
            String stage = texts.of("stage." + opening.stage());
            String opener = people.nameOf(opening.openedBy());
            needs.add(new Need(
                    () -> texts.of("portfolio.need.early.title", code, stage),
                    () -> texts.of("portfolio.need.early", opener, stage),
                    () -> texts.of("portfolio.need.early.verb"),
                    "/programs/" + code + "/early/" + opening.stage(),
                    40,
                    0,
                    code));
        }
        long elements = looks.askedOf(code, person);
        if (elements > 0) {
            needs.add(new Need(
                    () -> texts.of("portfolio.need.look.title", code, elements),
                    () -> texts.of("portfolio.need.look"),
                    () -> texts.of("portfolio.need.look.verb"),
                    "/programs/" + code + "/trace#another-look",
                    57,
                    0,
                    code));
        }
    }

    private Need mine(Desk.Waiting work) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        OffsetDateTime at = work.due();
        LocalDate due = at == null ? today : at.toLocalDate();
        boolean overdue = at != null && at.isBefore(now);
        int weight = (overdue ? 90 : due.equals(today) ? 80 : due.isBefore(today.plusDays(SOON)) ? 60 : 30)
                + (work.taskKey().equals("decideGate") ? 30 : 0);
        return new Need(
                () -> TaskNames.of(work.taskKey(), work.name()),
                () -> reason(work, due, today, overdue),
                () -> texts.of("work.verb." + work.taskKey()),
                "/my-work/" + work.task(),
                weight,
                0,
                work.program());
    }

    private String reason(Desk.Waiting work, LocalDate due, LocalDate today, boolean overdue) {
        String reason = overdue
                ? texts.of("portfolio.need.overdue", calendar.workingDaysBetween(due, today, null))
                : due.equals(today)
                        ? texts.of("portfolio.need.today")
                        : texts.of("portfolio.need.due", java.sql.Date.valueOf(due));
        return work.reminded() ? reason + " " + texts.of("portfolio.need.reminded") : reason;
    }
}
