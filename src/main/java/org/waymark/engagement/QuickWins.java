package org.waymark.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.program.Program;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Typed;

/** The ledger of quick wins: what changed, for whom, shown by what, and who may quote it (dcfts.md 4.4). */
@Service
public class QuickWins {

    private static final int LONGEST_CHANGE = 600;
    private static final int LONGEST_NAME = 300;

    private final JdbcClient jdbc;
    private final Team team;
    private final Ledger ledger;
    private final Measures measures;
    private final Clock clock;

    QuickWins(JdbcClient jdbc, Team team, Ledger ledger, Measures measures, Clock clock) {
        this.jdbc = jdbc;
        this.team = team;
        this.ledger = ledger;
        this.measures = measures;
        this.clock = clock;
    }

    /** One thing that is better now. */
    public record QuickWin(
            long id,
            String changed,
            String forWhom,
            String evidence,
            @Nullable String quotableBy,
            LocalDate wonOn,
            String addedBy,
            OffsetDateTime addedAt) {}

    public List<QuickWin> of(String program) {
        return jdbc.sql("""
                        select id, changed, for_whom, evidence, quotable_by, won_on, added_by, added_at
                        from engagement_quick_win where program = ? order by won_on desc, id desc
                        """).param(program).query(QuickWin.class).list();
    }

    /** Days since something was last shown to be better, counted from the program's beginning while nothing was. */
    public int daysSince(Program program, List<QuickWin> wins) {
        LocalDate last = wins.stream().map(QuickWin::wonOn).findFirst().orElse(program.begins());
        return (int) Math.max(0, ChronoUnit.DAYS.between(last, LocalDate.now(clock)));
    }

    /** Somebody in the team shows what changed; without evidence it is a hope. */
    @Transactional
    public void show(
            String program,
            @Nullable String changed,
            @Nullable String forWhom,
            @Nullable String evidence,
            @Nullable String quotableBy,
            @Nullable LocalDate wonOn,
            String person) {
        team.mustSee(program, person);
        if (!team.includes(program, person)) {
            throw Refusal.forbidden("engagement.team-only");
        }
        LocalDate day = Optional.ofNullable(wonOn).orElseGet(() -> LocalDate.now(clock));
        if (day.isAfter(LocalDate.now(clock))
                || day.isBefore(LocalDate.now(clock).minusYears(2))) {
            throw Refusal.invalid("engagement.win.day").at("wonOn");
        }
        String what = Concerns.said(changed, LONGEST_CHANGE, "changed");
        String quote = Typed.saysNothing(quotableBy) ? null : Concerns.said(quotableBy, LONGEST_NAME, "quotableBy");
        jdbc.sql("""
                        insert into engagement_quick_win
                            (program, changed, for_whom, evidence, quotable_by, won_on, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(program)
                .param(what)
                .param(Concerns.said(forWhom, LONGEST_NAME, "forWhom"))
                .param(Concerns.said(evidence, Concerns.LONGEST, "evidence"))
                .param(quote)
                .param(day)
                .param(person)
                .param(measures.now())
                .update();
        ledger.append(program, "QUICK_WIN_SHOWN", person, null, what, Map.of("on", day.toString()));
    }
}
