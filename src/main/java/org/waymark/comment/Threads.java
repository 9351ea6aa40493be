package org.waymark.comment;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stage.Element;
import org.waymark.stakeholder.Team;

/** What was said as a reader sees it: names, times where they are, and what they may do with it. */
@Component
public class Threads {

    static final int MOST = 200;
    private static final int LATEST = 5;

    private final Comments comments;
    private final Subjects subjects;
    private final Mentions mentions;
    private final Team team;
    private final People people;

    Threads(Comments comments, Subjects subjects, Mentions mentions, Team team, People people) {
        this.comments = comments;
        this.subjects = subjects;
        this.mentions = mentions;
        this.team = team;
        this.people = people;
    }

    /** One comment on a page. */
    public record Line(
            long id,
            String about,
            String called,
            String author,
            String by,
            List<Mentions.Stretch> words,
            String plain,
            List<String> named,
            List<String> told,
            ZonedDateTime at,
            boolean edited,
            @Nullable String withdrawnBy,
            boolean editable,
            boolean withdrawable) {}

    /** One thread with what it is about, who can be named in it, and whether answers are still unseen. */
    public record Talk(
            String program,
            String about,
            String called,
            String place,
            List<Line> lines,
            List<Person> nameable,
            boolean member,
            boolean unseen,
            int longest) {

        /** Whom a new comment names to begin with. */
        public List<String> nobody() {
            return List.of();
        }

        public long standing() {
            return lines.stream().filter(line -> line.withdrawnBy() == null).count();
        }
    }

    /** A thing that can be spoken about: its key and how much was said. */
    public record Row(String about, int said) {}

    @Transactional(readOnly = true)
    public Talk of(String program, String about, String reader) {
        team.mustSee(program, reader);
        return of(program, About.of(about), reader);
    }

    /** A thread whose subject is gone can still be read under its last name; one that never was cannot. */
    private Talk of(String program, About about, String reader) {
        List<Comment> all = comments.of(program, about, MOST);
        String called = subjects.called(program, about).orElse(null);
        if (called == null) {
            called = all.isEmpty()
                    ? subjects.mustBe(program, about)
                    : all.get(all.size() - 1).called();
        }
        List<Person> nameable = mentions.nameable(program);
        return new Talk(
                program,
                about.key(),
                called,
                Subjects.place(program, about),
                lines(all, nameable, reader),
                nameable.stream().filter(one -> !one.id().equals(reader)).toList(),
                team.includes(program, reader),
                subjects.unseen(program, about),
                Comments.LONGEST);
    }

    /** What was said last in a program. */
    @Transactional(readOnly = true)
    public List<Line> latest(String program, String reader) {
        return latest(program, null, LATEST, reader);
    }

    @Transactional(readOnly = true)
    public List<Line> latest(String program, @Nullable Long before, int most, String reader) {
        team.mustSee(program, reader);
        return lines(comments.latest(program, before, most), mentions.nameable(program), reader);
    }

    /** The named rows of a stage's record by the names they stand under, each with its thread. */
    @Transactional(readOnly = true)
    public Map<String, Row> rows(String program, String stage) {
        Map<String, Integer> said = comments.counts(program);
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Element element : subjects.elements(program, stage)) {
            String key = About.figure(stage, element.id()).key();
            rows.putIfAbsent(element.name(), new Row(key, said.getOrDefault(key, 0)));
        }
        return rows;
    }

    private List<Line> lines(List<Comment> all, List<Person> nameable, String reader) {
        ZoneId zone = ZoneId.of(people.get(reader).zone());
        Map<Long, List<String>> named =
                mentions.of(all.stream().map(Comment::id).toList());
        return all.stream()
                .map(one -> line(one, nameable, named.getOrDefault(one.id(), List.of()), reader, zone))
                .toList();
    }

    private Line line(Comment one, List<Person> nameable, List<String> named, String reader, ZoneId zone) {
        String withdrawnBy = one.withdrawnBy();
        return new Line(
                one.id(),
                one.about(),
                one.called(),
                one.author(),
                people.nameOf(one.author()),
                mentions.stretches(nameable, one.words()),
                one.words(),
                named,
                named.stream().map(people::nameOf).toList(),
                one.saidAt().atZoneSameInstant(zone),
                one.editedAt() != null,
                withdrawnBy == null ? null : people.nameOf(withdrawnBy),
                one.author().equals(reader) && comments.isEditable(one),
                comments.mayWithdraw(one, reader));
    }
}
