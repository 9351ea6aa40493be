package org.waymark.model.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;

/** When the benefits of a program are looked at next, line by line, and who is asked right now. */
@Component
class NextLooks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Watching watching;
    private final BenefitProcess process;
    private final WorkItems items;
    private final RoiWords words;
    private final RoiCards cards;

    NextLooks(Watching watching, BenefitProcess process, WorkItems items, RoiWords words, RoiCards cards) {
        this.watching = watching;
        this.process = process;
        this.items = items;
        this.words = words;
        this.cards = cards;
    }

    /** The next look at one line: the day it begins, or what it waits for. */
    record Look(
            String line,
            String name,
            @Nullable LocalDate on,
            @Nullable String waits) {}

    /** All of them with the rule that chose the lines; {@code until} is the last quarter's last day. */
    record Looks(int lines, String share, LocalDate until, int band, List<Look> looks, List<String> decided) {}

    Optional<Looks> of(String program) {
        List<Watches.Watch> open = watching.open(program);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Baseline plan = watching.plan(program);
        List<Look> looks = new ArrayList<>();
        BigDecimal covered = BigDecimal.ZERO;
        LocalDate until = LocalDate.MIN;
        for (Watches.Watch watch : open) {
            Optional<Baseline.Planned> line = plan.line(watch.line());
            String instance = watch.instance();
            if (line.isPresent() && instance != null) {
                covered = covered.add(BenefitRule.whole(line.get()));
                LocalDate last = Quarter.of(plan).get(watch.lastQuarter()).to();
                until = last.isAfter(until) ? last : until;
                looks.add(look(watch, line.get(), instance));
            }
        }
        BigDecimal all = plan.lines().stream()
                .filter(line -> line.kind() != Kind.COST)
                .map(BenefitRule::whole)
                .filter(whole -> whole.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (looks.isEmpty() || all.signum() == 0) {
            return Optional.empty();
        }
        String share = words.whole(covered.multiply(HUNDRED).divide(all, 0, RoundingMode.HALF_UP));
        return Optional.of(new Looks(looks.size(), share, until, watching.band(), looks, decided(program, plan)));
    }

    private Look look(Watches.Watch watch, Baseline.Planned line, String instance) {
        Optional<WorkItem> asked = items.open(watch.program()).stream()
                .filter(item -> item.instance().equals(instance))
                .findFirst();
        LocalDate on = process.opensAt(watch.program(), instance)
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        return new Look(
                watch.line(),
                line.name(),
                asked.isPresent() ? null : on,
                asked.map(item -> words.text("roi.watch.waits." + item.taskKey(), cards.nameOf(item.assignee())))
                        .orElse(null));
    }

    /** What was decided about drift under the plan in force, the newest of each line. */
    private List<String> decided(String program, Baseline plan) {
        return watching.decided(program).stream()
                .filter(drift -> drift.versionNo() == plan.version())
                .map(drift -> words.text(
                        "roi.watch.decided." + drift.decision(),
                        cards.nameOf(drift.decidedBy()),
                        words.signed(drift.came().subtract(drift.planned()), plan.currency()),
                        plan.line(drift.line()).map(Baseline.Planned::name).orElse(drift.line()),
                        drift.reason()))
                .toList();
    }
}
