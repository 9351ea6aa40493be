package org.waymark.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.NoticeDue;
import org.waymark.process.NoticeOver;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Typed;

/** Keeps what people say: written by the team, read by whoever may see the program, changed by its author only. */
@Service
class Comments {

    static final int LONGEST = 2000;
    static final Duration EDITABLE = Duration.ofMinutes(15);
    static final String MENTIONED = "MENTIONED";
    private static final Duration SAME = Duration.ofMinutes(1);
    private static final String SELECT = """
            select id, program, about, called, author, words, said_at, edited_at, withdrawn_at, withdrawn_by
            from comment_said
            """;

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Mentions mentions;
    private final Programs programs;
    private final Team team;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Comments(
            JdbcClient jdbc,
            Subjects subjects,
            Mentions mentions,
            Programs programs,
            Team team,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.mentions = mentions;
        this.programs = programs;
        this.team = team;
        this.events = events;
        this.clock = clock;
    }

    private record Count(String about, int said) {}

    /** A thread, oldest first: the newest {@code most} of it. */
    List<Comment> of(String program, About about, int most) {
        return jdbc.sql("select * from (" + SELECT + " where program = :program and about = :about order by id desc"
                        + " fetch first :most rows only) newest order by id")
                .param("program", program)
                .param("about", about.key())
                .param("most", most)
                .query(Comment.class)
                .list();
    }

    /** What was said last about anything in a program, newest first, before a comment or from the newest on. */
    List<Comment> latest(String program, @Nullable Long before, int most) {
        return jdbc.sql(SELECT + " where program = :program and id < :before order by id desc"
                        + " fetch first :most rows only")
                .param("program", program)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query(Comment.class)
                .list();
    }

    /** How much stands in each thread of a program, without what was withdrawn. */
    Map<String, Integer> counts(String program) {
        return jdbc
                .sql("select about, count(*) as said from comment_said where program = :program"
                        + " and withdrawn_at is null group by about")
                .param("program", program)
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::about, Count::said));
    }

    Comment get(String program, long id) {
        return find(program, id, "").orElseThrow(() -> Refusal.missing("comment.unknown"));
    }

    /** Says something; the same words sent twice by an impatient finger are one comment. */
    @Transactional
    public long say(
            String program,
            @Nullable String key,
            @Nullable String typed,
            @Nullable Collection<String> picked,
            String author) {
        mustBelong(program, author);
        About about = About.of(key);
        String called = subjects.mustBe(program, about);
        String words = said(typed);
        Set<String> named = mentions.resolve(program, words, picked, author);
        OffsetDateTime now = now();
        Optional<Long> twice = twice(program, about, words, author, now);
        if (twice.isPresent()) {
            return twice.get();
        }
        var made = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into comment_said (program, about, called, author, words, said_at)
                        values (:program, :about, :called, :author, :words, :now)
                        """)
                .param("program", program)
                .param("about", about.key())
                .param("called", called.substring(0, Math.min(called.length(), 400)))
                .param("author", author)
                .param("words", words)
                .param("now", now)
                .update(made, "id");
        long id = Objects.requireNonNull(made.getKey()).longValue();
        mentions.keep(id, named);
        tell(program, about, id, named, author);
        return id;
    }

    /** Its author may put a comment right for a short time; whoever is newly named hears of it. */
    @Transactional
    public void edit(
            String program, long id, @Nullable String typed, @Nullable Collection<String> picked, String person) {
        mustBelong(program, person);
        Comment comment = standing(program, id);
        if (!comment.author().equals(person)) {
            throw Refusal.forbidden("comment.not-yours");
        }
        if (!isEditable(comment)) {
            throw Refusal.conflict("comment.too-late", EDITABLE.toMinutes());
        }
        String words = said(typed);
        Set<String> named = mentions.resolve(program, words, picked, person);
        Set<String> before = Set.copyOf(mentions.of(id));
        jdbc.sql("update comment_said set words = :words, edited_at = :now where id = :id")
                .param("words", words)
                .param("now", now())
                .param("id", id)
                .update();
        mentions.keep(id, named);
        before.stream().filter(one -> !named.contains(one)).forEach(one -> hush(id, one));
        Set<String> fresh = new LinkedHashSet<>(named);
        fresh.removeAll(before);
        tell(program, About.of(comment.about()), id, fresh, person);
    }

    /** Takes a comment back, by its author or by the program's manager: its words go, that it was there stays. */
    @Transactional
    public void withdraw(String program, long id, String person) {
        team.mustSee(program, person);
        Comment comment = standing(program, id);
        if (!mayWithdraw(comment, person)) {
            throw Refusal.forbidden("comment.not-yours");
        }
        jdbc.sql("update comment_said set words = '', withdrawn_at = :now, withdrawn_by = :person where id = :id")
                .param("now", now())
                .param("person", person)
                .param("id", id)
                .update();
        mentions.of(id).forEach(one -> hush(id, one));
        mentions.keep(id, Set.of());
    }

    boolean isEditable(Comment comment) {
        return !comment.isWithdrawn() && comment.saidAt().plus(EDITABLE).isAfter(now());
    }

    boolean mayWithdraw(Comment comment, String person) {
        return !comment.isWithdrawn()
                && (comment.author().equals(person)
                        || team.holding(comment.program(), Part.MANAGER).contains(person));
    }

    private Comment standing(String program, long id) {
        Comment comment = find(program, id, " for update").orElseThrow(() -> Refusal.missing("comment.unknown"));
        if (comment.isWithdrawn()) {
            throw Refusal.conflict("comment.gone");
        }
        return comment;
    }

    private Optional<Comment> find(String program, long id, String lock) {
        return jdbc.sql(SELECT + " where program = :program and id = :id" + lock)
                .param("program", program)
                .param("id", id)
                .query(Comment.class)
                .optional();
    }

    private Optional<Long> twice(String program, About about, String words, String author, OffsetDateTime now) {
        return of(program, about, 1).stream()
                .filter(last -> last.author().equals(author)
                        && last.words().equals(words)
                        && last.saidAt().plus(SAME).isAfter(now))
                .map(Comment::id)
                .findFirst();
    }

    private void tell(String program, About about, long id, Set<String> named, String author) {
        String stage = about.kind() == About.Kind.PROGRAM || about.kind() == About.Kind.MEASURE
                ? programs.get(program).stage()
                : about.stage();
        named.forEach(person ->
                events.publishEvent(new NoticeDue(program, stage, "", person, slot(id), MENTIONED, null, author)));
    }

    private void hush(long id, String person) {
        events.publishEvent(new NoticeOver(slot(id), person));
    }

    private static String slot(long id) {
        return MENTIONED + ":" + id;
    }

    private void mustBelong(String program, String person) {
        team.mustSee(program, person);
        if (!team.includes(program, person)) {
            throw Refusal.forbidden("comment.team-only");
        }
    }

    private static String said(@Nullable String typed) {
        return Typed.words(typed, LONGEST, "comment.empty", "program.too-long", "words");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
