package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.ledger.Ledger;
import org.waymark.process.ProgramStopped;
import org.waymark.process.WorkItem;
import org.waymark.process.Workflow;
import org.waymark.program.GateDoubted;
import org.waymark.program.Programs;
import org.waymark.program.StagePassed;
import org.waymark.web.Refusal;

/** From the gate's go to the last quarter: begins to look at lines, notes what was found, asks for the gate again. */
@Service
class Watching {

    private static final String ROI = "roi";

    private final Watches watches;
    private final Baselines baselines;
    private final Reports reports;
    private final BenefitRule rule;
    private final Workflow workflow;
    private final Programs programs;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;
    private final Clock clock;

    Watching(
            Watches watches,
            Baselines baselines,
            Reports reports,
            BenefitRule rule,
            Workflow workflow,
            Programs programs,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate apart,
            Clock clock) {
        this.watches = watches;
        this.baselines = baselines;
        this.reports = reports;
        this.rule = rule;
        this.workflow = workflow;
        this.programs = programs;
        this.ledger = ledger;
        this.events = events;
        this.apart = apart;
        this.clock = clock;
    }

    /** The gate said go: every large line of the plan in force gets its own run, which outlives the journey. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StagePassed passed) {
        if (passed.stage().equals(ROI)) {
            begin(passed.program(), over(plan(passed.program())));
        }
    }

    /** With a stopped program the looking ends; its runs are taken away with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProgramStopped stopped) {
        watches.withdraw(stopped.program(), now());
    }

    /** Which line a task is about. */
    String nameOf(WorkItem task) {
        Watches.Watch watch = of(task.instance());
        return plan(watch.program())
                .line(watch.line())
                .map(Baseline.Planned::name)
                .orElse("");
    }

    /** Plans that were locked before there was this diagram are looked at from the next start on. */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        for (String program : watches.programsWithout()) {
            if (!programs.get(program).state().equals("STOPPED")) {
                try {
                    apart.executeWithoutResult(status -> begin(program, 0));
                } catch (DuplicateKeyException anotherNodeDid) {
                    continue;
                }
            }
        }
    }

    /** Looks at quarters from now on, until so many after the one in which the gate said go. */
    private void begin(String program, int gone) {
        Baseline plan = plan(program);
        int before = over(plan);
        int last = Math.min(4 * plan.horizonYears(), gone + rule.quarters());
        Map<String, Watches.Watch> open = new LinkedHashMap<>();
        watches.open(program).forEach(watch -> open.put(watch.line(), watch));
        Set<String> known = watches.lines(program, plan.version());
        for (Baseline.Planned line : rule.watched(plan)) {
            Watches.Watch watch = open.get(line.line());
            if (watch != null) {
                watches.until(watch.id(), Math.max(last, watch.lastQuarter()));
            } else if (last > before && !known.contains(line.line())) {
                String instance = workflow.startApart("benefit", program, ROI);
                watches.add(program, line.line(), plan.version(), before, last, instance);
            }
        }
    }

    private int over(Baseline plan) {
        return (int) Quarter.of(plan).stream()
                .filter(quarter -> quarter.no() > 0 && quarter.over(LocalDate.now(clock)))
                .count();
    }

    Watches.Watch of(String instance) {
        return watches.ofInstance(instance);
    }

    Baseline plan(String program) {
        return baselines.latest(program).orElseThrow(() -> Refusal.missing("roi.benefits.notLocked", program));
    }

    /** Where the line of a watch stands; empty when the plan in force no longer has it. */
    Optional<Standing> standing(Watches.Watch watch) {
        Baseline plan = plan(watch.program());
        return Track.of(plan, reports.latest(watch.program()), LocalDate.now(clock)).lines().stream()
                .filter(line -> line.line().line().equals(watch.line()))
                .findFirst()
                .map(line -> new Standing(plan, line, watch.quarterNo()));
    }

    Standing stands(Watches.Watch watch) {
        return standing(watch).orElseThrow(() -> Refusal.missing("roi.benefits.noLine", watch.line()));
    }

    /** The same for the line a task is about. */
    Standing stands(WorkItem task) {
        return stands(of(task.instance()));
    }

    /** The next quarter that is over, the newest if several went by; false when nobody plans the line any more. */
    boolean open(Watches.Watch watch) {
        boolean planned = standing(watch).isPresent()
                && rule.watched(plan(watch.program())).stream()
                        .anyMatch(line -> line.line().equals(watch.line()));
        if (!planned) {
            watches.ended(watch.id(), now());
            return false;
        }
        int over = over(plan(watch.program()));
        int next = Math.min(watch.lastQuarter(), Math.max(watch.quarterNo() + 1, over));
        watches.at(watch.id(), next);
        return true;
    }

    /** Whether another quarter follows. */
    boolean close(Watches.Watch watch) {
        if (watch.quarterNo() < watch.lastQuarter()) {
            return true;
        }
        watches.ended(watch.id(), now());
        return false;
    }

    void missed(Watches.Watch watch) {
        log(watch, "BENEFIT_MISSED", null, null);
    }

    void confirmed(Watches.Watch watch, String by) {
        watches.said(watch.id(), "CONFIRMED", null, by);
    }

    void returned(Watches.Watch watch, String words, String by) {
        watches.said(watch.id(), "RETURNED", words, by);
        log(watch, "BENEFIT_RETURNED", by, words);
    }

    boolean beyond(Watches.Watch watch) {
        return stands(watch).beyond(rule.band(), known(watch));
    }

    /** The drift a sponsor has decided about under the plan in force, in percent. */
    @Nullable
    BigDecimal known(Watches.Watch watch) {
        int version = plan(watch.program()).version();
        return watches.decisions(watch.program()).stream()
                .filter(drift -> drift.line().equals(watch.line()) && drift.versionNo() == version)
                .findFirst()
                .map(drift -> Standing.percent(drift.planned(), drift.came()))
                .orElse(null);
    }

    List<Watches.Drift> decided(String program) {
        return watches.decisions(program);
    }

    int band() {
        return rule.band();
    }

    void decided(Watches.Watch watch, ResolveDrift.Way way, String reason, String by) {
        Standing standing = stands(watch);
        watches.decided(
                watch.id(),
                new Watches.Drift(
                        watch.line(),
                        standing.plan().version(),
                        watch.quarterNo(),
                        Baselines.kept(standing.sums().due()),
                        Baselines.kept(standing.sums().actual()),
                        way.name(),
                        reason,
                        by,
                        now()));
        watches.said(watch.id(), way.answer(), reason, by);
        log(watch, "DRIFT_" + way.answer(), by, reason);
    }

    /** Only a gate that was passed can be opened again; one that lies ahead is decided anyway. */
    boolean mayReopen(String program) {
        return programs.stage(program, ROI).isPassed();
    }

    void reopen(Watches.Watch watch) {
        if (mayReopen(watch.program())) {
            events.publishEvent(new GateDoubted(
                    watch.program(), ROI, String.valueOf(watch.words()), String.valueOf(watch.saidBy())));
        }
    }

    /** The lines that are looked at, the largest first. */
    List<Watches.Watch> open(String program) {
        return watches.open(program);
    }

    private void log(Watches.Watch watch, String kind, @Nullable String by, @Nullable String words) {
        Standing standing = stands(watch);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", watch.line());
        entry.put("quarter", watch.quarterNo());
        entry.put("planned", Reporting.plain(Baselines.kept(standing.sums().due())));
        entry.put("came", Reporting.plain(Baselines.kept(standing.sums().actual())));
        entry.put("words", words);
        ledger.append(watch.program(), kind, by, null, standing.line().line().name(), entry);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
