package org.waymark.engagement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Suggests a sponsor what to do in five minutes, and keeps what was done: how visible they are (dcfts.md 4.5). */
@Component
class SponsorActs {

    static final int VISIBLE_DAYS = 90;
    private static final int MOST_WORK = 200;
    private static final int LONGEST = 600;

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Concerns concerns;
    private final QuickWins wins;
    private final SponsorWords words;
    private final Measures measures;
    private final Programs programs;
    private final Team team;
    private final WorkingCalendar calendar;
    private final Ledger ledger;

    SponsorActs(
            JdbcClient jdbc,
            WorkItems items,
            Concerns concerns,
            QuickWins wins,
            SponsorWords words,
            Measures measures,
            Programs programs,
            Team team,
            WorkingCalendar calendar,
            Ledger ledger) {
        this.jdbc = jdbc;
        this.items = items;
        this.concerns = concerns;
        this.wins = wins;
        this.words = words;
        this.measures = measures;
        this.programs = programs;
        this.team = team;
        this.calendar = calendar;
        this.ledger = ledger;
    }

    /** Whose acts somebody reads: a sponsor their own, the manager those of the sponsor; nobody else reads any. */
    String whose(String code, String person) {
        if (team.holding(code, Part.SPONSOR).contains(person)) {
            return person;
        }
        if (!team.holding(code, Part.MANAGER).contains(person)) {
            throw Refusal.forbidden("engagement.sponsor.only");
        }
        return team.sponsor(code);
    }

    /** What is suggested to a sponsor now: at most three. */
    List<SponsorAct> of(Program program, String sponsor) {
        return SponsorRules.few(rules(program, sponsor).all()).stream()
                .map(found -> words.of(program, found))
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
                .filter(found -> found.rule().isTapped() && found.is(rule, subject))
                .findFirst()
                .map(found -> words.of(program, found))
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
                        .map(item -> new SponsorRules.Open(item, days(item.created(), today), item.isOverdue(now)))
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
}
