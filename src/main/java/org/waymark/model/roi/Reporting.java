package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;

/** After the gate: owners say what their lines bring, the manager what things cost, finance confirms. */
@Service
class Reporting {

    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");
    private static final int FINEST = 8;
    static final int SOURCE = 500;

    private final Baselines baselines;
    private final Reports reports;
    private final Team team;
    private final Ledger ledger;
    private final Clock clock;

    Reporting(Baselines baselines, Reports reports, Team team, Ledger ledger, Clock clock) {
        this.baselines = baselines;
        this.reports = reports;
        this.team = team;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The plan in force with everything reported of it; refuses before the gate said go. */
    Track track(String program, String person) {
        team.mustSee(program, person);
        return track(program).orElseThrow(() -> Refusal.missing("roi.benefits.notLocked", program));
    }

    /** The same for our own figures; nothing before the gate said go. */
    Optional<Track> track(String program) {
        return baselines.latest(program).map(plan -> Track.of(plan, reports.latest(program), LocalDate.now(clock)));
    }

    /** Benefits are reported by whoever vouched for them, costs by the manager. */
    boolean mayReport(String program, Baseline.Planned line, String person) {
        return line.kind() == Kind.COST ? team.manager(program).equals(person) : person.equals(line.owner());
    }

    boolean mayConfirm(String program, String person) {
        return team.holding(program, Part.FINANCE).contains(person);
    }

    /** Takes what one person says of one line, all of it or nothing. */
    @Transactional
    public void report(String program, String line, List<Reported> said, String person) {
        Track track = track(program, person);
        Track.TrackedLine tracked = line(track, line);
        if (!mayReport(program, tracked.line(), person)) {
            throw Refusal.forbidden("roi.benefits.notYours", tracked.line().name());
        }
        take(program, line, said, person);
    }

    private static Track.TrackedLine line(Track track, String line) {
        return track.lines().stream()
                .filter(one -> one.line().line().equals(line))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("roi.benefits.noLine", line));
    }

    /** The same from whoever was asked for it by a task, the owner or somebody they passed it to. */
    @Transactional
    public void take(String program, String line, List<Reported> said, String person) {
        ledger.enter(program);
        Track track = track(program, person);
        Track.TrackedLine tracked = line(track, line);
        for (Reported one : said) {
            Track.Point point = tracked.points().stream()
                    .filter(each -> each.quarter().no() == one.quarter())
                    .findFirst()
                    .orElseThrow(() -> Refusal.bad("roi.benefits.noQuarter", one.quarter()));
            if (!one.same(point.forecast(), point.actual(), point.source())) {
                check(one, point, track.today());
                reports.add(program, line, one, person, now());
                ledger.append(
                        program,
                        "BENEFIT_REPORTED",
                        person,
                        null,
                        tracked.line().name(),
                        entry(line, one, point));
            }
        }
    }

    private static void check(Reported said, Track.Point point, LocalDate today) {
        String field = "q" + said.quarter() + ".";
        if (said.seen() != point.seen()) {
            throw Refusal.conflict("roi.benefits.meanwhile", plain(point.forecast()), plain(point.actual()))
                    .at(field + "actual");
        }
        size(field + "forecast", said.forecast());
        size(field + "actual", said.actual());
        if (said.actual() != null && !point.quarter().begun(today)) {
            throw Refusal.invalid(
                            "roi.benefits.notYet",
                            Dates.here().date(point.quarter().from()))
                    .at(field + "actual");
        }
        if (said.actual() != null && said.source() == null) {
            throw Refusal.invalid("roi.benefits.noSource").at(field + "source");
        }
        if (said.source() != null && said.source().length() > SOURCE) {
            throw Refusal.bad("roi.tooLong", SOURCE, said.source().length()).at(field + "source");
        }
        if (said.reason() != null && said.reason().length() > LineRules.LONG_TEXT) {
            throw Refusal.bad("roi.tooLong", LineRules.LONG_TEXT, said.reason().length())
                    .at(field + "reason");
        }
        if (point.confirmed() && said.reason() == null) {
            throw Refusal.invalid("roi.benefits.confirmedAlready").at(field + "reason");
        }
    }

    static void size(String field, @Nullable BigDecimal amount) {
        if (amount != null
                && (amount.abs().compareTo(LARGEST) > 0
                        || amount.stripTrailingZeros().scale() > FINEST)) {
            throw Refusal.bad("roi.benefits.outOfSize").at(field);
        }
    }

    private static Map<String, Object> entry(String line, Reported said, Track.Point before) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", line);
        entry.put("quarter", said.quarter());
        entry.put("from", before.quarter().from().toString());
        entry.put("forecast", plain(said.forecast()));
        entry.put("actual", plain(said.actual()));
        entry.put("source", said.source());
        entry.put("reason", said.reason());
        entry.put("actualBefore", plain(before.actual()));
        entry.put("confirmedBefore", before.confirmed());
        return entry;
    }

    static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "–" : RoiCases.plain(amount).toPlainString();
    }

    /** Finance vouches for what was reported; confirming again changes nothing. */
    @Transactional
    public void confirm(String program, List<Long> ids, String person) {
        team.mustSee(program, person);
        if (!mayConfirm(program, person)) {
            throw Refusal.forbidden("roi.benefits.financeOnly");
        }
        if (ids.isEmpty()) {
            throw Refusal.invalid("roi.benefits.nothingTicked");
        }
        vouch(program, ids, person);
    }

    /** The same from whoever was asked for it by a task. */
    @Transactional
    public void vouch(String program, List<Long> ids, String person) {
        ledger.enter(program);
        Map<Long, Reports.Report> latest = new LinkedHashMap<>();
        reports.latest(program).forEach(report -> latest.put(report.id(), report));
        for (Long id : ids.stream().distinct().toList()) {
            Reports.Report report = latest.get(id);
            if (report == null || report.actual() == null) {
                throw Refusal.conflict("roi.benefits.changedSince");
            }
            if (report.reportedBy().equals(person)) {
                throw Refusal.invalid("roi.benefits.ownReport");
            }
            if (report.confirmed() == null) {
                reports.confirm(id, person, now());
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("line", report.line());
                entry.put("quarter", report.quarter());
                entry.put("actual", plain(report.actual()));
                ledger.append(program, "BENEFIT_CONFIRMED", person, null, report.line(), entry);
            }
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
