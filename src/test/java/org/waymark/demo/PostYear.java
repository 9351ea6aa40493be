package org.waymark.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestDatabase;
import org.waymark.Waymark;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.notification.Mailman;
import org.waymark.process.Jobs;
import org.waymark.process.TimeSpent;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Launch;
import org.waymark.program.Minutes;
import org.waymark.program.Programs;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.security.Proofs;
import org.waymark.web.Texts;

/**
 * The whole product on an engine and a database of its own, whose clock a test turns: timers go off when their moment
 * comes, people do their work when they would, and every letter is noted with what it was written for.
 */
final class PostYear implements AutoCloseable {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.ENGLISH);
    private static final String PASSWORD = "Waymark-demo-2026";

    /** A letter somebody got: when by their own clock, what it says, and the reasons of each line. */
    record Got(String person, ZonedDateTime at, String subject, boolean nudge, List<String> reasons) {

        @Override
        public String toString() {
            return MOMENT.format(at) + "  " + subject + "  [" + String.join(", ", reasons) + "]";
        }
    }

    private final ConfigurableApplicationContext house;
    private final Hands hands;
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final Map<String, ZoneId> zones = new TreeMap<>();
    private final Map<String, BiPredicate<WorkItem, ZonedDateTime>> ways = new LinkedHashMap<>();
    private final Set<String> seen = new TreeSet<>();
    private final List<Got> letters = new ArrayList<>();
    private long lastMail;

    final JdbcClient jdbc;
    final WorkItems items;
    final Programs programs;
    final WorkingCalendar calendar;

    PostYear(String name) {
        house = new SpringApplicationBuilder(Waymark.class)
                .run(
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--waymark.mail.first=PT24H",
                        "--waymark.hooks.first=PT24H",
                        "--waymark.first-administrator=false",
                        "--waymark.country=DE",
                        "--waymark.data=target/" + name,
                        "--spring.datasource.url=" + TestDatabase.url(),
                        "--spring.datasource.username=" + TestDatabase.user(),
                        "--spring.datasource.password=" + TestDatabase.password());
        jdbc = house.getBean(JdbcClient.class);
        items = house.getBean(WorkItems.class);
        programs = house.getBean(Programs.class);
        calendar = house.getBean(WorkingCalendar.class);
        hands = new Hands(
                house.getBean(Work.class),
                house.getBean(TimeSpent.class),
                house.getBean(Minutes.class),
                house.getBean(Texts.class));
    }

    <T> T bean(Class<T> type) {
        return house.getBean(type);
    }

    /** Somebody who lives in a zone and does their work at a moment of their own. */
    void person(String id, String name, String role, String zone, BiPredicate<WorkItem, ZonedDateTime> way) {
        bean(People.class).add(new NewPerson(id, name, id + "@harborne.example", role, "en", zone), PASSWORD, false);
        zones.put(id, ZoneId.of(zone));
        ways.put(id, way);
    }

    void launch(String code, Story story, List<Launch.Seat> team) {
        stories.put(code, story);
        programs.launch(Launches.of(code, LocalDate.now(bean(Clock.class)), team), "manager");
        bean(Jobs.class).settle(code);
    }

    static void at(ZonedDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.toInstant()));
    }

    /** One moment: timers whose time has come, work that is done now, then the post. */
    void live(ZonedDateTime moment) {
        at(moment);
        timers(moment);
        work(moment);
        Mailman mailman = bean(Mailman.class);
        mailman.plan();
        mailman.round();
        note(moment);
    }

    private void timers(ZonedDateTime moment) {
        ManagementService management = bean(ManagementService.class);
        List<Job> due = management
                .createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(moment.toInstant()))
                .orderByJobDuedate()
                .asc()
                .list();
        due.forEach(job -> management.executeJob(job.getId()));
        if (!due.isEmpty()) {
            stories.keySet().forEach(bean(Jobs.class)::settle);
        }
    }

    private void work(ZonedDateTime moment) {
        for (String code : stories.keySet()) {
            for (WorkItem item : items.open(code)) {
                String person = String.valueOf(item.assignee());
                ZonedDateTime own = moment.withZoneSameInstant(zones.get(person));
                boolean still = items.find(item.task()).filter(WorkItem::isOpen).isPresent();
                if (still && !BenefitHouse.ofBenefit(item) && ways.get(person).test(item, own)) {
                    bean(Proofs.class).note(person);
                    hands.handIn(item, stories.get(code).on(own.toLocalDate()));
                    bean(Jobs.class).settle(code);
                }
            }
        }
    }

    /** Somebody working on whatever waits the given number of working days, at an hour of their day. */
    BiPredicate<WorkItem, ZonedDateTime> after(int workingDays, int hour) {
        return (item, now) -> {
            LocalDate began = item.created().atZoneSameInstant(now.getZone()).toLocalDate();
            return working(now, hour)
                    && !now.toLocalDate().isBefore(calendar.plusWorkingDays(began, workingDays, null));
        };
    }

    /** Somebody who comes so many working days after the date, or before when negative. */
    BiPredicate<WorkItem, ZonedDateTime> late(int workingDays, int hour) {
        return (item, now) -> {
            if (item.due() == null) {
                return working(now, hour);
            }
            LocalDate due = item.due().atZoneSameInstant(now.getZone()).toLocalDate();
            return working(now, hour) && !now.toLocalDate().isBefore(calendar.plusWorkingDays(due, workingDays, null));
        };
    }

    private boolean working(ZonedDateTime now, int hour) {
        return now.getHour() >= hour && now.getHour() < 19 && calendar.isWorkingDay(now.toLocalDate(), null);
    }

    private record Written(String slot, String person, String kind, String taskKey, String program) {}

    private record Mailed(
            long id,
            String person,
            String subject,
            boolean nudge,
            @Nullable String calendar) {}

    private void note(ZonedDateTime moment) {
        List<Mailed> mails = jdbc.sql(
                        "select id, person, subject, nudge, calendar from mail where id > :last order by id")
                .param("last", lastMail)
                .query(Mailed.class)
                .list();
        if (mails.isEmpty()) {
            return;
        }
        lastMail = mails.get(mails.size() - 1).id();
        Map<String, List<String>> reasons = new TreeMap<>();
        for (Written one : jdbc.sql("select slot, person, kind, task_key, program from notice where fate = 'MAILED'"
                        + " order by person, program, kind, task_key, slot")
                .query(Written.class)
                .list()) {
            if (seen.add(one.slot() + "|" + one.person())) {
                String kind = one.slot().startsWith("LATE:") ? "LATE" : one.kind();
                reasons.computeIfAbsent(one.person(), each -> new ArrayList<>())
                        .add((kind + " " + one.taskKey()).strip() + " " + one.program());
            }
        }
        for (Mailed mail : mails) {
            List<String> why =
                    mail.calendar() != null ? List.of("CALENDAR") : reasons.getOrDefault(mail.person(), List.of());
            letters.add(new Got(
                    mail.person(),
                    moment.withZoneSameInstant(zones.get(mail.person())),
                    mail.subject(),
                    mail.nudge(),
                    why));
        }
    }

    List<Got> letters() {
        return List.copyOf(letters);
    }

    List<Got> to(String person) {
        return letters.stream().filter(one -> one.person().equals(person)).toList();
    }

    /** Every mailbox, person by person. */
    String mailboxes() {
        StringBuilder text = new StringBuilder();
        zones.forEach((person, zone) -> {
            text.append(person).append(" (").append(zone).append(")\n");
            to(person).forEach(one -> text.append("  ").append(one).append("\n"));
        });
        return text.toString();
    }

    /** Some days, moment by moment. */
    void days(LocalDate first, LocalDate last, Function<LocalDate, List<LocalTime>> moments) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (LocalTime time : moments.apply(day)) {
                ZonedDateTime moment = day.atTime(time).atZone(ZoneOffset.UTC);
                if (moment.toInstant().isAfter(bean(Clock.class).instant())) {
                    live(moment);
                }
            }
        }
    }

    @Override
    public void close() {
        ClockUtil.reset();
        house.close();
    }
}
