package org.waymark.engagement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.engagement.SponsorAct.Group;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.security.People;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Suggests a sponsor what to do in five minutes, why, and keeps what was done: how visible they are (dcfts.md 4.5). */
@Component
class SponsorActs {

    static final int VISIBLE_DAYS = 90;
    private static final int MOST_WORK = 200;
    private static final int LONGEST = 600;

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Concerns concerns;
    private final QuickWins wins;
    private final Stalls stalls;
    private final MeasureWords words;
    private final Measures measures;
    private final Programs programs;
    private final Team team;
    private final People people;
    private final WorkingCalendar calendar;
    private final Ledger ledger;
    private final Texts texts;

    SponsorActs(
            JdbcClient jdbc,
            WorkItems items,
            Concerns concerns,
            QuickWins wins,
            Stalls stalls,
            MeasureWords words,
            Measures measures,
            Programs programs,
            Team team,
            People people,
            WorkingCalendar calendar,
            Ledger ledger,
            Texts texts) {
        this.jdbc = jdbc;
        this.items = items;
        this.concerns = concerns;
        this.wins = wins;
        this.stalls = stalls;
        this.words = words;
        this.measures = measures;
        this.programs = programs;
        this.team = team;
        this.people = people;
        this.calendar = calendar;
        this.ledger = ledger;
        this.texts = texts;
    }

    /** What is suggested to a sponsor now: at most three. */
    List<SponsorAct> of(Program program, String sponsor) {
        return SponsorRules.few(rules(program, sponsor).all()).stream()
                .map(found -> said(program, found))
                .toList();
    }

    /** Notes with one tap that it is done; the same tap twice is one act, and what has no ground is not an act. */
    @Transactional
    public void done(String code, String rule, String subject, String sponsor) {
        team.mustSee(code, sponsor);
        if (!team.holding(code, Part.SPONSOR).contains(sponsor)) {
            throw Refusal.forbidden("engagement.act.only");
        }
        ledger.enter(code);
        LocalDate today = measures.now().toLocalDate();
        if (history(code, sponsor).stream()
                .anyMatch(one -> one.ruleName().equals(rule)
                        && one.subject().equals(subject)
                        && one.doneAt().toLocalDate().equals(today))) {
            return;
        }
        Program program = programs.get(code);
        SponsorAct act = rules(program, sponsor).all().stream()
                .filter(found -> found.rule().isTapped())
                .map(found -> said(program, found))
                .filter(one -> one.is(rule, subject))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("engagement.act.over"));
        jdbc.sql("""
                        insert into engagement_sponsor_act
                            (program, person, rule_name, subject, kind, what, done_at, done_on)
                        values (:program, :person, :rule, :subject, :kind, :what, :now, :today)
                        """)
                .param("program", code)
                .param("person", sponsor)
                .param("rule", rule)
                .param("subject", subject)
                .param("kind", act.rule().group().name())
                .param("what", act.what().substring(0, Math.min(act.what().length(), LONGEST)))
                .param("now", measures.now())
                .param("today", today)
                .update();
        // the record says that the sponsor was there, not with whom they spoke
        ledger.append(
                code,
                "SPONSOR_ACT",
                sponsor,
                null,
                program.stage(),
                Map.of("group", act.rule().group().name()));
    }

    /** What the sponsor did that others could see in the last 90 days, newest first: acts, and work handed in. */
    List<SponsorAct.Done> visible(String code, String sponsor) {
        OffsetDateTime from = measures.now().minusDays(VISIBLE_DAYS);
        List<SponsorAct.Done> all = new ArrayList<>(history(code, sponsor));
        for (WorkItem item : items.doneBy(sponsor, MOST_WORK)) {
            OffsetDateTime ended = item.ended();
            if (item.program().equals(code) && ended != null && ended.isAfter(from)) {
                all.add(new SponsorAct.Done("ANSWER", item.task(), Group.TAKE_PART.name(), item.calledHere(), ended));
            }
        }
        all.sort(Comparator.comparing(SponsorAct.Done::doneAt).reversed());
        return all;
    }

    private List<SponsorAct.Done> history(String code, String sponsor) {
        return jdbc.sql("""
                        select rule_name, subject, kind, what, done_at from engagement_sponsor_act
                        where program = :program and person = :person and done_at >= :from
                        """)
                .param("program", code)
                .param("person", sponsor)
                .param("from", measures.now().minusDays(VISIBLE_DAYS))
                .query(SponsorAct.Done.class)
                .list();
    }

    private SponsorRules rules(Program program, String sponsor) {
        OffsetDateTime now = measures.now();
        LocalDate today = now.toLocalDate();
        String code = program.code();
        return new SponsorRules(
                sponsor,
                program.isRunning(),
                now,
                items.open(code).stream()
                        .map(item -> new SponsorRules.Open(
                                item.task(),
                                item.taskKey(),
                                Objects.requireNonNullElse(item.assignee(), ""),
                                days(item.created(), today),
                                item.isOverdue(now)))
                        .toList(),
                concerns.of(code).stream()
                        .map(one -> new SponsorRules.Worry(one, days(one.raisedAt(), today)))
                        .toList(),
                wins.of(code),
                programs.stages(code),
                history(code, sponsor));
    }

    private int days(OffsetDateTime since, LocalDate today) {
        return calendar.workingDaysBetween(since.toLocalDate(), today, null);
    }

    private SponsorAct said(Program program, SponsorRules.Found found) {
        String home = "/programs/" + program.code();
        return switch (found.rule()) {
            case DECIDE, ANSWER -> task(program, found);
            case CALL -> call(program, found);
            case REPLY, CONCERN -> {
                SponsorRules.Worry worry = (SponsorRules.Worry) found.ground();
                Concern one = worry.concern();
                boolean own = found.rule() == SponsorAct.Rule.REPLY;
                yield new SponsorAct(
                        found.rule(),
                        found.subject(),
                        texts.of(
                                own ? "engagement.act.reply" : "engagement.act.concern",
                                people.nameOf(one.raisedBy()),
                                people.nameOf(one.owner())),
                        texts.of("engagement.act.concern.why", one.words(), worry.days()),
                        home + "/concerns#concern-" + one.id());
            }
            case TELL -> {
                StageState stage = (StageState) found.ground();
                yield new SponsorAct(
                        found.rule(),
                        found.subject(),
                        texts.of("engagement.act.tell", texts.of("stage." + stage.stage())),
                        texts.of("engagement.act.tell.why", Dates.here().longDay(stage.decidedAt())),
                        home + "/sponsor#kit");
            }
            case THANK -> {
                QuickWins.QuickWin win = (QuickWins.QuickWin) found.ground();
                yield new SponsorAct(
                        found.rule(),
                        found.subject(),
                        texts.of("engagement.act.thank", people.nameOf(win.addedBy())),
                        texts.of("engagement.act.thank.why", win.changed(), win.forWhom()),
                        home + "/quick-wins");
            }
            case SAY ->
                new SponsorAct(
                        found.rule(),
                        found.subject(),
                        texts.of("engagement.sponsor.say"),
                        found.ground().equals(true)
                                ? texts.of("engagement.act.say.why", SponsorRules.SILENCE)
                                : texts.of("engagement.sponsor.say.why"),
                        home + "/sponsor#kit");
        };
    }

    private SponsorAct task(Program program, SponsorRules.Found found) {
        WorkItem item = items.find(found.subject()).orElseThrow(() -> Refusal.missing("work.unknown"));
        boolean decides = found.rule() == SponsorAct.Rule.DECIDE;
        SponsorRules.Open open = (SponsorRules.Open) found.ground();
        Stall behind = stalls.behind(program.code(), item);
        String what = item.calledHere() + ": " + texts.of("stage." + item.stage());
        return new SponsorAct(
                found.rule(),
                found.subject(),
                decides ? what : texts.of("engagement.act.answer", what),
                texts.of(
                                decides && behind.gates() > 0 ? "engagement.sponsor.holds" : "engagement.sponsor.waits",
                                open.days(),
                                behind.gates(),
                                behind.tasks())
                        + (decides ? "" : " " + texts.of("engagement.act.answer.why")),
                "/my-work/" + item.task());
    }

    private SponsorAct call(Program program, SponsorRules.Found found) {
        SponsorRules.Open open = (SponsorRules.Open) found.ground();
        WorkItem item = items.find(open.task()).orElseThrow(() -> Refusal.missing("work.unknown"));
        String function = aloneFor(program.code(), found.subject());
        return new SponsorAct(
                found.rule(),
                found.subject(),
                texts.of("engagement.sponsor.call", people.nameOf(found.subject())),
                texts.of("engagement.act.call.why", item.calledHere(), open.days())
                        + " "
                        + texts.of(
                                function.isEmpty() ? "engagement.sponsor.call.why" : "engagement.sponsor.call.for",
                                function),
                "/programs/" + program.code() + "/measures/engagement");
    }

    /** A function nobody else speaks for; empty when there is none. */
    private String aloneFor(String code, String person) {
        List<Member> members = team.members(code);
        return team.functions(code, person).stream()
                .filter(function -> members.stream()
                        .filter(one -> function.equals(one.function()))
                        .allMatch(one -> one.person().equals(person)))
                .map(words::function)
                .findFirst()
                .orElse("");
    }
}
