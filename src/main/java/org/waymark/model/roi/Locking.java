package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Ledger;
import org.waymark.program.Programs;

/** Locks the plan when its gate says go; from then on forecasts and actuals are held against it. */
@Component
class Locking {

    private final Baselines baselines;
    private final RoiBook book;
    private final Programs programs;
    private final Ledger ledger;
    private final Clock clock;

    Locking(Baselines baselines, RoiBook book, Programs programs, Ledger ledger, Clock clock) {
        this.baselines = baselines;
        this.book = book;
        this.programs = programs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A gate that says go to the same money again changes nothing; to other money, it adds a plan. */
    void lock(String program, int round) {
        Optional<Baseline> before = baselines.latest(program);
        Baseline plan = plan(program, round, before.orElse(null));
        if (before.isPresent() && before.get().same(plan)) {
            return;
        }
        baselines.add(plan);
        ledger.append(program, "PLAN_LOCKED", null, null, "roi", entry(plan));
    }

    /** A later plan keeps the calendar of the first, so that what was reported stays in its quarter. */
    private Baseline plan(String program, int round, @Nullable Baseline before) {
        PricedCase priced = book.priced(program);
        List<Baseline.Planned> lines = new ArrayList<>();
        for (PricedLine line : priced.lines()) {
            Line money = line.line();
            if (line.counted() && money != null) {
                lines.add(new Baseline.Planned(
                        line.id(), line.kind(), line.name(), owner(priced.stated(), line.id()), years(money)));
            }
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Assumptions terms = priced.sums().assumptions();
        return new Baseline(
                program,
                before == null ? 1 : before.version() + 1,
                round,
                now,
                before == null ? LocalDate.now(clock).with(TemporalAdjusters.firstDayOfNextMonth()) : before.starts(),
                programs.get(program).currency(),
                terms.horizonYears(),
                terms.rate(),
                Baselines.kept(priced.sums().all().npv()),
                Baselines.kept(priced.sums().cash().npv()),
                lines);
    }

    private static @Nullable String owner(CaseDraft stated, String line) {
        int at = stated.benefitIds().indexOf(line);
        return at < 0 ? null : stated.benefits().get(at).owner();
    }

    private static List<BigDecimal> years(Line money) {
        return IntStream.rangeClosed(0, money.horizon())
                .mapToObj(year -> Baselines.kept(money.in(year)))
                .toList();
    }

    private static Map<String, Object> entry(Baseline plan) {
        Map<String, Object> lines = new LinkedHashMap<>();
        plan.lines()
                .forEach(line -> lines.put(
                        line.line(),
                        line.years().stream().map(BigDecimal::toPlainString).toList()));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("version", plan.version());
        entry.put("round", plan.round());
        entry.put("starts", plan.starts().toString());
        entry.put("currency", plan.currency());
        entry.put("npv", plan.npv().toPlainString());
        entry.put("npvCash", plan.npvCash().toPlainString());
        entry.put("lines", lines);
        return entry;
    }
}
