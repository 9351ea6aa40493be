package org.waymark.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.ledger.Ledger;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Typed;

/** The register of concerns: raised by anybody in the team, answered by an owner, settled by whoever raised it. */
@Service
public class Concerns {

    static final int LONGEST = 2000;
    static final int LONGEST_ANSWER = 4000;
    private static final int DAYS_TO_ANSWER = 5;
    private static final int FURTHEST_DAYS = 120;
    private static final String SELECT = """
            select id, program, stage, words, raised_by, raised_at, owner, due, answer, answered_by, answered_at, state,
                verdict, settled_at from engagement_concern
            """;

    private final JdbcClient jdbc;
    private final Programs programs;
    private final Team team;
    private final Ledger ledger;
    private final WorkingCalendar calendar;
    private final Measures measures;
    private final Clock clock;

    Concerns(
            JdbcClient jdbc,
            Programs programs,
            Team team,
            Ledger ledger,
            WorkingCalendar calendar,
            Measures measures,
            Clock clock) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.team = team;
        this.ledger = ledger;
        this.calendar = calendar;
        this.measures = measures;
        this.clock = clock;
    }

    /** Every concern of a program: the unanswered first by date, then what waits for its raiser, then the settled. */
    public List<Concern> of(String program) {
        return jdbc.sql(SELECT + """
                        where program = ? order by case state when 'OPEN' then 0 when 'ANSWERED' then 1 else 2 end, due, id
                        """).param(program).query(Concern.class).list();
    }

    /** What a person has to answer, or to say whether an answer is enough, in every program. */
    public List<Concern> waitingFor(String person) {
        return jdbc.sql(SELECT + """
                        where (owner = :person and state = 'OPEN') or (raised_by = :person and state = 'ANSWERED')
                        order by due, id
                        """)
                .param("person", person)
                .query(Concern.class)
                .list();
    }

    @Transactional
    public long raise(String program, @Nullable String stage, @Nullable String words, String person) {
        mustBelong(program, person);
        LocalDate due = calendar.plusWorkingDays(LocalDate.now(clock), DAYS_TO_ANSWER, null);
        return raise(program, stage, words, team.manager(program), due, person);
    }

    /** Raises a concern that already has its owner and its day, as at the end of a working session. */
    @Transactional
    public long raise(
            String program,
            @Nullable String stage,
            @Nullable String words,
            String owner,
            LocalDate due,
            String person) {
        mustBelong(program, person);
        if (stage != null) {
            programs.stage(program, stage);
        }
        String said = said(words, LONGEST, "words");
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into engagement_concern (program, stage, words, raised_by, raised_at, owner, due, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'OPEN')
                        """)
                .param(program)
                .param(stage)
                .param(said)
                .param(person)
                .param(measures.now())
                .param(owner)
                .param(due)
                .update(key, "id");
        ledger.append(program, "CONCERN_RAISED", person, null, said, Map.of());
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The manager gives a concern to whoever can answer it, with a date. */
    @Transactional
    public void assign(String program, long id, String owner, @Nullable LocalDate due, String manager) {
        team.mustRun(program, manager);
        Concern concern = lock(program, id);
        LocalDate today = LocalDate.now(clock);
        if (!team.includes(program, owner)) {
            throw Refusal.invalid("engagement.concern.owner").at("owner");
        }
        if (due == null || due.isBefore(today) || due.isAfter(today.plusDays(FURTHEST_DAYS))) {
            throw Refusal.invalid("engagement.concern.due", FURTHEST_DAYS).at("due");
        }
        assigned(concern, owner, due, manager);
    }

    /** Gives a concern of somebody who leaves to somebody else; who may do so is asked before. */
    void give(String program, long id, String owner, String by) {
        Concern concern = lock(program, id);
        assigned(concern, owner, concern.due(), by);
    }

    private void assigned(Concern concern, String owner, LocalDate due, String by) {
        mustBe(concern.isOpen());
        jdbc.sql("update engagement_concern set owner = ?, due = ? where id = ?")
                .params(owner, due, concern.id())
                .update();
        ledger.append(
                concern.program(),
                "CONCERN_ASSIGNED",
                by,
                null,
                concern.words(),
                Map.of("owner", owner, "due", due.toString()));
    }

    @Transactional
    public void answer(String program, long id, @Nullable String answer, String person) {
        mustBelong(program, person);
        Concern concern = lock(program, id);
        if (!concern.owner().equals(person)) {
            throw Refusal.forbidden("engagement.concern.not-owner");
        }
        mustBe(concern.isOpen());
        String said = said(answer, LONGEST_ANSWER, "answer");
        jdbc.sql("""
                        update engagement_concern set answer = ?, answered_by = ?, answered_at = ?, state = 'ANSWERED'
                        where id = ?
                        """).params(said, person, measures.now(), id).update();
        ledger.append(program, "CONCERN_ANSWERED", person, null, concern.words(), Map.of("answer", said));
    }

    /** Whoever raised it says whether the answer is enough; if it is not, they say what is missing and it is open again. */
    @Transactional
    public void judge(String program, long id, boolean enough, @Nullable String words, String person) {
        mustBelong(program, person);
        Concern concern = lock(program, id);
        if (!concern.raisedBy().equals(person)) {
            throw Refusal.forbidden("engagement.concern.not-raiser");
        }
        mustBe(concern.isAnswered());
        String said = enough && Typed.saysNothing(words) ? null : said(words, LONGEST, "words");
        LocalDate due = enough ? concern.due() : calendar.plusWorkingDays(LocalDate.now(clock), DAYS_TO_ANSWER, null);
        jdbc.sql("update engagement_concern set state = ?, verdict = ?, settled_at = ?, due = ? where id = ?")
                .param(enough ? "SETTLED" : "OPEN")
                .param(said)
                .param(enough ? measures.now() : null)
                .param(due)
                .param(id)
                .update();
        ledger.append(
                program,
                enough ? "CONCERN_SETTLED" : "CONCERN_OPEN_AGAIN",
                person,
                null,
                concern.words(),
                said == null ? Map.of() : Map.of("reason", said));
    }

    private Concern lock(String program, long id) {
        ledger.enter(program);
        return jdbc.sql(SELECT + " where program = ? and id = ? for update")
                .params(program, id)
                .query(Concern.class)
                .optional()
                .orElseThrow(() -> Refusal.missing("engagement.concern.unknown"));
    }

    private void mustBelong(String program, String person) {
        team.mustSee(program, person);
        if (!team.includes(program, person)) {
            throw Refusal.forbidden("engagement.team-only");
        }
    }

    private static void mustBe(boolean right) {
        if (!right) {
            throw Refusal.conflict("engagement.concern.moved-on");
        }
    }

    static String said(@Nullable String words, int longest, String field) {
        return Typed.words(words, longest, "engagement.empty." + field, "program.too-long", field);
    }
}
