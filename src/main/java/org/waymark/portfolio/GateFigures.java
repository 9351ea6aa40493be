package org.waymark.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.Right;
import org.waymark.security.Role;
import org.waymark.stage.Stages;

/**
 * How gates go, by stage and by quarter, over the last eight quarters: counted in the database, so that the answer costs
 * the same with a hundred thousand programs. A rate without a case is no rate: it is left out, never nought.
 */
@Service
class GateFigures {

    static final int QUARTERS = 8;

    private final JdbcClient jdbc;
    private final Stages stages;
    private final Clock clock;

    GateFigures(JdbcClient jdbc, Stages stages, Clock clock) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.clock = clock;
    }

    /** What one stage did in one quarter. */
    record Count(
            String stage,
            int y,
            int q,
            long decisions,
            long passes,
            long onTime,
            long recycled,
            long stopped,
            long held,
            double waited,
            long promised,
            long kept) {

        Count and(Count other) {
            return new Count(
                    stage,
                    y,
                    q,
                    decisions + other.decisions,
                    passes + other.passes,
                    onTime + other.onTime,
                    recycled + other.recycled,
                    stopped + other.stopped,
                    held + other.held,
                    waited + other.waited,
                    promised + other.promised,
                    kept + other.kept);
        }
    }

    /**
     * A row of the table: decisions taken, then in per cent gates passed on their first planned day or before, sent
     * back, stopped, held; the mean of calendar days from call to decision; promises settled, per cent of them kept.
     */
    public record Figure(
            String name,
            long decisions,
            @Nullable Integer onTime,
            @Nullable Integer recycled,
            @Nullable Integer stopped,
            @Nullable Integer held,
            @Nullable BigDecimal days,
            long promised,
            @Nullable Integer kept) {

        static Figure of(String name, Count count) {
            return new Figure(
                    name,
                    count.decisions(),
                    share(count.onTime(), count.passes()),
                    share(count.recycled(), count.decisions()),
                    share(count.stopped(), count.decisions()),
                    share(count.held(), count.decisions()),
                    count.decisions() == 0
                            ? null
                            : BigDecimal.valueOf(count.waited() / count.decisions() / 86_400)
                                    .setScale(1, RoundingMode.HALF_UP),
                    count.promised(),
                    share(count.kept(), count.promised()));
        }

        private static @Nullable Integer share(long part, long whole) {
            return whole == 0 ? null : Integer.valueOf((int) Math.round(100.0 * part / whole));
        }
    }

    /** The same decisions twice: by stage, and by quarter. */
    record Both(List<Figure> byStage, List<Figure> byQuarter, Figure all) {}

    @Transactional(readOnly = true)
    Both of(String person, Role role) {
        List<Count> counts = counts(person, role);
        Map<String, Count> byStage = new LinkedHashMap<>();
        stages.ids().forEach(stage -> byStage.put(stage, empty(stage)));
        counts.forEach(count -> byStage.merge(count.stage(), count, Count::and));
        Map<String, Count> byQuarter = new TreeMap<>();
        for (int back = QUARTERS - 1; back >= 0; back--) {
            byQuarter.put(quarter(LocalDate.now(clock).minusMonths(3L * back)), empty(""));
        }
        Function<Count, String> name = count -> count.y() + " Q" + count.q();
        counts.stream()
                .filter(count -> byQuarter.containsKey(name.apply(count)))
                .forEach(count -> byQuarter.merge(name.apply(count), count, Count::and));
        return new Both(
                byStage.entrySet().stream()
                        .map(one -> Figure.of(one.getKey(), one.getValue()))
                        .toList(),
                byQuarter.entrySet().stream()
                        .map(one -> Figure.of(one.getKey(), one.getValue()))
                        .toList(),
                Figure.of("", counts.stream().reduce(empty(""), Count::and)));
    }

    private List<Count> counts(String person, Role role) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusMonths(3L * (QUARTERS - 1) + (today.getMonthValue() - 1) % 3)
                .withDayOfMonth(1);
        boolean all = role.may(Right.SEE_EVERY_PROGRAM);
        String mine = all
                ? ""
                : " and exists (select 1 from team_member m where m.program = g.program and m.person = :person)";
        return jdbc.sql("""
                        select stage, y, q, sum(decisions) decisions, sum(passes) passes, sum(on_time) on_time,
                            sum(recycled) recycled, sum(stopped) stopped, sum(held) held, sum(waited) waited,
                            sum(promised) promised, sum(kept) kept from (
                        select g.stage, cast(extract(year from g.decided_at) as integer) y,
                            cast(extract(quarter from g.decided_at) as integer) q, 1 decisions,
                            case when g.decision in ('GO', 'CONDITIONAL_GO') then 1 else 0 end passes,
                            case when g.decision in ('GO', 'CONDITIONAL_GO')
                                and cast(g.decided_at as date) <= s.first_planned then 1 else 0 end on_time,
                            case when g.decision = 'RECYCLE' then 1 else 0 end recycled,
                            case when g.decision = 'KILL' then 1 else 0 end stopped,
                            case when g.decision = 'HOLD' then 1 else 0 end held,
                            cast(extract(epoch from (g.decided_at - coalesce(g.convened_at, g.decided_at)))
                                as double precision) waited, 0 promised, 0 kept
                        from gate_sitting g join program_stage s on s.program = g.program and s.stage = g.stage
                        where g.state = 'CLOSED' and g.decision is not null and g.decided_at >= :first%1$s
                        union all
                        select g.stage, cast(extract(year from c.settled_at) as integer),
                            cast(extract(quarter from c.settled_at) as integer), 0, 0, 0, 0, 0, 0, 0, 1,
                            case when c.state = 'MET' then 1 else 0 end
                        from gate_condition c join gate_sitting g on g.id = c.sitting
                        where c.state in ('MET', 'WAIVED', 'REOPENED') and c.settled_at >= :first%1$s) one
                        group by stage, y, q
                        """.formatted(mine))
                .param("first", first.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .query(Count.class)
                .list();
    }

    private static Count empty(String stage) {
        return new Count(stage, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + " Q" + ((day.getMonthValue() + 2) / 3);
    }
}
