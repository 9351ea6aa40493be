package org.waymark.model.roi;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plan, forecast and actuals for programs; money as decimal strings. */
@RestController
@RequestMapping("/api/programs/{code}/benefits")
class BenefitsApi {

    private final Reporting reporting;
    private final Rechecking rechecking;

    BenefitsApi(Reporting reporting, Rechecking rechecking) {
        this.reporting = reporting;
        this.rechecking = rechecking;
    }

    record PointAnswer(
            int quarter,
            LocalDate from,
            LocalDate to,
            String plan,
            @Nullable String forecast,
            @Nullable String actual,
            @Nullable String source,
            boolean confirmed,
            long seen) {}

    record LineAnswer(
            String line, Kind kind, String name, @Nullable String owner, List<PointAnswer> quarters) {}

    record BenefitsAnswer(
            String program,
            int version,
            int round,
            OffsetDateTime locked,
            LocalDate starts,
            String currency,
            String npv,
            String npvCash,
            List<LineAnswer> lines) {}

    /** What somebody reports of one line. */
    record Said(@Nullable List<Reported> quarters) {}

    /** The reports finance confirms, by what {@code seen} names. */
    record Confirmed(@Nullable List<Long> reports) {}

    @GetMapping
    BenefitsAnswer benefits(@PathVariable String code, Principal person) {
        Track track = reporting.track(code, person.getName());
        Baseline plan = track.plan();
        return new BenefitsAnswer(
                code,
                plan.version(),
                plan.round(),
                plan.locked(),
                plan.starts(),
                plan.currency(),
                cents(plan.npv()),
                cents(plan.npvCash()),
                track.lines().stream().map(BenefitsApi::line).toList());
    }

    @PostMapping("/{line}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@PathVariable String code, @PathVariable String line, @RequestBody Said said, Principal person) {
        reporting.report(code, line, said.quarters() == null ? List.of() : said.quarters(), person.getName());
    }

    @PostMapping("/confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String code, @RequestBody Confirmed said, Principal person) {
        reporting.confirm(code, said.reports() == null ? List.of() : said.reports(), person.getName());
    }

    /** The lines finance is asked about again because a figure was put right after its review. */
    @GetMapping("/again")
    List<Rechecking.Waiting> again(@PathVariable String code, Principal person) {
        reporting.track(code, person.getName());
        return rechecking.waiting(code);
    }

    /** Finance's word on a corrected line; {@code upTo} is the number of the last correction it has seen. */
    record LookedAgain(
            @Nullable Verdict verdict,
            @Nullable BigDecimal amount,
            @Nullable String reason,
            long upTo) {}

    @PostMapping("/{line}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(@PathVariable String code, @PathVariable String line, @RequestBody LookedAgain said, Principal person) {
        rechecking.answer(
                code, new Review(line, said.verdict(), said.amount(), said.reason()), said.upTo(), person.getName());
    }

    private static LineAnswer line(Track.TrackedLine tracked) {
        Baseline.Planned line = tracked.line();
        return new LineAnswer(
                line.line(),
                line.kind(),
                line.name(),
                line.owner(),
                tracked.points().stream().map(BenefitsApi::point).toList());
    }

    private static PointAnswer point(Track.Point point) {
        return new PointAnswer(
                point.quarter().no(),
                point.quarter().from(),
                point.quarter().to(),
                cents(point.plan()),
                plain(point.forecast()),
                plain(point.actual()),
                point.source(),
                point.confirmed(),
                point.seen());
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : RoiCases.plain(amount).toPlainString();
    }
}
