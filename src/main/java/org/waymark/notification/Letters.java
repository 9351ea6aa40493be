package org.waymark.notification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.waymark.process.WorkItem;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stage.Mine;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.web.Addresses;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** Puts what a person should know into words, as a considerate colleague would: what, why, until when, where. */
@Component
class Letters {

    private final Programs programs;
    private final People people;
    private final Stages stages;
    private final Texts texts;
    private final ITemplateEngine templates;
    private final Addresses addresses;
    private final MeetingLines meetings;
    private final BallotLines ballots;

    Letters(
            Programs programs,
            People people,
            Stages stages,
            Texts texts,
            ITemplateEngine templates,
            Addresses addresses,
            MeetingLines meetings,
            BallotLines ballots) {
        this.programs = programs;
        this.people = people;
        this.stages = stages;
        this.texts = texts;
        this.templates = templates;
        this.addresses = addresses;
        this.meetings = meetings;
        this.ballots = ballots;
    }

    /** Writes in the language and the zone that are set for this thread: the reader's. */
    Letter write(Person reader, List<Sieve.Thing> things) {
        List<Letter.Line> own = new ArrayList<>();
        List<Letter.Line> others = new ArrayList<>();
        List<Letter.Line> agreed = new ArrayList<>();
        ZoneId zone = ZoneId.of(reader.zone());
        things.forEach(thing -> ballots.line(thing, zone).ifPresent(own::add));
        ownTasks(things).forEach(item -> own.add(task(item, zone)));
        for (Sieve.Thing thing : things) {
            Notice notice = thing.notice();
            if (notice.kind().equals(Notice.PASSED)) {
                agreed.add(passed(notice, reader));
            } else if (!notice.isForOwnTask()) {
                others.add(told(thing, zone));
            }
        }
        List<Letter.Part> parts = new ArrayList<>();
        part(parts, "notification.own", own);
        part(parts, "notification.others", others);
        part(parts, "notification.agreed", agreed);
        return letter(reader, subject(own, others, agreed), parts);
    }

    /** A letter about one matter. */
    Letter about(Person reader, String subject, String heading, List<Letter.Line> lines) {
        return letter(reader, subject, List.of(new Letter.Part(heading, lines)));
    }

    private Letter letter(Person reader, String subject, List<Letter.Part> parts) {
        return new Letter(
                subject,
                texts.of("notification.greeting", reader.name()),
                parts,
                texts.of("notification.closing", addresses.of("/my-work")),
                texts.of("notification.wishes", addresses.of("/account/mail")));
    }

    String html(Letter letter) {
        Context context = new Context(LocaleContextHolder.getLocale());
        context.setVariable("letter", letter);
        context.setVariable("home", addresses.of("/"));
        return templates.process("notification/mail", context);
    }

    /** A new task and its reminder are one thing to do; what can be done by a personal link is done by that. */
    private static List<WorkItem> ownTasks(List<Sieve.Thing> things) {
        Map<String, WorkItem> tasks = new LinkedHashMap<>();
        Set<String> byLink = things.stream()
                .map(Sieve.Thing::notice)
                .filter(notice -> notice.kind().equals(Notice.BALLOT))
                .map(notice -> String.valueOf(notice.task()))
                .collect(Collectors.toSet());
        for (Sieve.Thing thing : things) {
            WorkItem item = thing.item();
            if (thing.notice().isForOwnTask() && item != null && !byLink.contains(item.task())) {
                tasks.putIfAbsent(item.task(), item);
            }
        }
        return List.copyOf(tasks.values());
    }

    private void part(List<Letter.Part> parts, String key, List<Letter.Line> lines) {
        if (!lines.isEmpty()) {
            parts.add(new Letter.Part(texts.of(key, lines.size()), lines));
        }
    }

    private String subject(List<Letter.Line> own, List<Letter.Line> others, List<Letter.Line> agreed) {
        int all = own.size() + others.size() + agreed.size();
        if (all == 1) {
            return java.util.stream.Stream.of(own, others, agreed)
                    .flatMap(List::stream)
                    .findFirst()
                    .orElseThrow()
                    .title();
        }
        return texts.of(own.isEmpty() ? "notification.subject.news" : "notification.subject.own", all, own.size());
    }

    private Letter.Line task(WorkItem item, ZoneId zone) {
        List<String> words = new ArrayList<>();
        words.add(texts.of("notification.task.program", programs.nameOf(item.program())));
        OffsetDateTime due = item.due();
        if (due != null) {
            words.add(texts.of("notification.task.due", day(due, zone)));
        }
        stages.of(item.stage()).asks().stream()
                .filter(ask -> ask.task().equals(item.taskKey()))
                .findFirst()
                .ifPresent(ask -> words.add(texts.of("notification.task.minutes", ask.minutes())));
        return new Letter.Line(
                item.called(),
                words,
                addresses.of("/camunda/app/tasklist/default/#/?task=" + item.task()),
                texts.of("notification.task.open"),
                addresses.of("/my-work/" + item.task()));
    }

    private Letter.Line told(Sieve.Thing thing, ZoneId zone) {
        Notice notice = thing.notice();
        String link = addresses.of("/programs/" + notice.program());
        WorkItem item = thing.item();
        String about = notice.about();
        if (about != null && notice.kind().startsWith(Notice.DEPUTY)) {
            return line(
                    texts.of("notification." + notice.kind() + ".title", notice.program(), people.nameOf(about)),
                    texts.of("notification." + notice.kind(), programs.nameOf(notice.program())),
                    addresses.of(item == null ? "/" : "/my-work/" + item.task()));
        }
        if (about != null && notice.kind().equals(Notice.MENTIONED)) {
            return line(
                    texts.of("notification.MENTIONED.title", notice.program(), people.nameOf(about)),
                    texts.of("notification.MENTIONED", programs.nameOf(notice.program())),
                    link + "/comments/" + notice.slot().substring(notice.slot().indexOf(':') + 1));
        }
        if (item != null && about != null && notice.kind().equals(Notice.SUPERIOR)) {
            OffsetDateTime due = item.due();
            return line(
                    texts.of("notification.superior.title", notice.program(), item.called()),
                    texts.of(
                            "notification.superior",
                            due == null ? "" : day(due, zone),
                            people.nameOf(about),
                            programs.nameOf(notice.program())),
                    link);
        }
        if (item != null && about != null) {
            OffsetDateTime due = item.due();
            return line(
                    texts.of("notification.call.title", notice.program(), people.nameOf(about)),
                    texts.of("notification.call", item.called(), due == null ? "" : day(due, zone)),
                    link);
        }
        if (notice.kind().equals(Notice.MEETING)) {
            return meetings.line(notice, zone);
        }
        String key = "notification.told." + notice.taskKey();
        return line(
                texts.of(key + ".title", notice.program(), texts.of("stage." + notice.stage())),
                texts.of(key, programs.nameOf(notice.program())),
                link + "/gates/" + notice.stage());
    }

    private Letter.Line line(String title, String words, String link) {
        return new Letter.Line(title, List.of(words), link, texts.of("notification.look"), null);
    }

    /** What was agreed, how your answer compared, what comes next. */
    private Letter.Line passed(Notice notice, Person reader) {
        StageModel model = stages.of(notice.stage());
        List<String> words = new ArrayList<>();
        words.add(model.record(notice.program()).headline());
        Mine mine = model.mine(notice.program(), reader.id());
        mine.sections().stream()
                .map(section -> section.note())
                .filter(note -> note != null && !note.isBlank())
                .findFirst()
                .ifPresent(words::add);
        words.add(next(notice.program()));
        return new Letter.Line(
                texts.of("notification.passed.title", notice.program(), texts.of("stage." + notice.stage())),
                words,
                addresses.of("/programs/" + notice.program() + "/stages/" + notice.stage()),
                texts.of("notification.passed.look"),
                null);
    }

    private String next(String program) {
        var running = programs.get(program);
        if (!running.isRunning()) {
            return texts.of("notification.passed.over", running.name());
        }
        LocalDate gate = programs.stage(program, running.stage()).planned();
        return texts.of(
                "notification.passed.next",
                texts.of("stage." + running.stage()),
                Dates.here().longDay(gate));
    }

    private static String day(OffsetDateTime instant, ZoneId zone) {
        return Dates.here().longWeekday(instant.atZoneSameInstant(zone));
    }
}
