package org.waymark.notification;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.Meeting;
import org.waymark.calendar.Meetings;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Team;
import org.waymark.web.Addresses;
import org.waymark.web.Sha256;
import org.waymark.web.Texts;

/** Each person's own calendar: the gates and meetings of their programs and the days their work is due, under a secret address. */
@Service
class Calendars {

    private static final int SECRET_BYTES = 30;

    private final JdbcClient jdbc;
    private final People people;
    private final Team team;
    private final Programs programs;
    private final WorkItems items;
    private final Texts texts;
    private final Meetings meetings;
    private final Addresses addresses;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Calendars(
            JdbcClient jdbc,
            People people,
            Team team,
            Programs programs,
            WorkItems items,
            Texts texts,
            Meetings meetings,
            Addresses addresses,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.team = team;
        this.programs = programs;
        this.items = items;
        this.texts = texts;
        this.meetings = meetings;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Makes a new address, shown this once; an earlier one ends. */
    @Transactional
    String make(String person) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        end(person);
        jdbc.sql("insert into calendar_address (person, sha256, made) values (:person, :sha256, :made)")
                .param("person", person)
                .param("sha256", Sha256.hex(secret))
                .param("made", OffsetDateTime.now(clock))
                .update();
        return addresses.of("/calendar/" + secret + ".ics");
    }

    @Transactional
    void end(String person) {
        jdbc.sql("delete from calendar_address where person = :person")
                .param("person", person)
                .update();
    }

    boolean has(String person) {
        return jdbc.sql("select count(*) from calendar_address where person = :person")
                        .param("person", person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The calendar behind an address; nothing when nobody has it, or no longer. */
    @Transactional(readOnly = true)
    public Optional<String> behind(String secret) {
        return jdbc.sql("select person from calendar_address where sha256 = :sha256")
                .param("sha256", Sha256.hex(secret))
                .query(String.class)
                .optional()
                .flatMap(people::find)
                .filter(Person::active)
                .map(this::written);
    }

    private String written(Person person) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(Locale.forLanguageTag(person.language()));
        try {
            return CalendarText.feed(days(person), clock.instant());
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private List<CalendarText.Day> days(Person person) {
        List<CalendarText.Day> days = new ArrayList<>();
        for (String code : team.programsOf(person.id())) {
            Program program = programs.get(code);
            if (program.isRunning()) {
                programs.stages(code).stream()
                        .filter(state -> !state.isPassed() && state.planned() != null)
                        .forEach(state -> days.add(gate(program, state, state.planned(), 0)));
                meetings.coming(code).forEach(meeting -> days.add(meeting(meeting, 0)));
            }
        }
        ZoneId zone = ZoneId.of(person.zone());
        for (WorkItem item : items.openOf(person.id())) {
            OffsetDateTime due = item.due();
            if (due != null) {
                days.add(new CalendarText.Day(
                        "task-" + item.task() + "@waymark",
                        due.atZoneSameInstant(zone).toLocalDate(),
                        item.name(),
                        texts.of("notification.task.program", programs.nameOf(item.program())),
                        addresses.of("/my-work/" + item.task()),
                        0));
            }
        }
        return days;
    }

    /** The day of a gate, as it stands in every calendar. */
    CalendarText.Day gate(Program program, StageState state, LocalDate day, int sequence) {
        return new CalendarText.Day(
                uid(program.code(), state.stage()),
                day,
                texts.of("notification.calendar.gate", program.code(), texts.of("stage." + state.stage())),
                texts.of("notification.task.program", program.name()),
                addresses.of("/programs/" + program.code() + "/gates/" + state.stage()),
                sequence);
    }

    /** A meeting, as it stands in every calendar. */
    CalendarText.Day meeting(Meeting meeting, int sequence) {
        return new CalendarText.Day(
                meeting.uid(),
                meeting.on(),
                meeting.days(),
                meeting.begins(),
                meeting.minutes(),
                meeting.title(),
                meeting.words(),
                addresses.of(meeting.path()),
                sequence);
    }

    static String uid(String program, String stage) {
        return "gate-" + program + "-" + stage + "@waymark";
    }
}
