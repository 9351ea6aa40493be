package org.waymark.engagement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Program;
import org.waymark.stage.Document;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.web.Texts;

/** A sponsor's five lines: the ambition, where we are, the four measures, the money, and what is theirs this week. */
@Component
class SponsorPage {

    private final Measures measures;
    private final MeasureWords words;
    private final Stalls stalls;
    private final Functions functions;
    private final MessageKit kit;
    private final SponsorActs acts;
    private final WorkItems items;
    private final Stages stages;
    private final WorkingCalendar calendar;
    private final Texts texts;

    SponsorPage(
            Measures measures,
            MeasureWords words,
            Stalls stalls,
            Functions functions,
            MessageKit kit,
            SponsorActs acts,
            WorkItems items,
            Stages stages,
            WorkingCalendar calendar,
            Texts texts) {
        this.measures = measures;
        this.words = words;
        this.stalls = stalls;
        this.functions = functions;
        this.kit = kit;
        this.acts = acts;
        this.items = items;
        this.stages = stages;
        this.calendar = calendar;
        this.texts = texts;
    }

    /** One decision that waits: what, since when, until when, and what each week of waiting costs. */
    record Waiting(
            String what,
            String href,
            @Nullable OffsetDateTime due,
            boolean late,
            int days,
            int gates,
            int tasks,
            @Nullable String weekly) {}

    @Transactional(readOnly = true)
    Map<String, Object> of(Program program, String sponsor) {
        String code = program.code();
        Map<String, String> figures = new LinkedHashMap<>();
        stages.inOrder().forEach(stage -> stage.measures(code).forEach(figures::putIfAbsent));
        Four four = measures.of(code);
        List<Waiting> waiting = waiting(program, sponsor, figures);
        List<Functions.Line> coalition = functions.of(code);
        StageModel maturity = stages.of("maturity");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("ambition", figures.getOrDefault("ambition", ""));
        maturity.record(code).sections().stream()
                .filter(section ->
                        section.chart() != null && section.chart().type().equals("radar"))
                .findFirst()
                .ifPresent(profile -> model.put("profile", drawn(profile)));
        model.put("mirror", maturity.mine(code, sponsor));
        model.put("cards", words.cards(four, program));
        model.put("money", money(figures, four, program.currency()));
        model.put("waiting", waiting);
        model.put("acts", acts.of(program, sponsor));
        List<SponsorAct.Done> visible = acts.visible(code, sponsor);
        model.put("visible", visible);
        model.put(
                "visibleBy",
                Arrays.stream(SponsorAct.Group.values())
                        .map(group -> visible.stream()
                                .filter(one -> one.kind().equals(group.name()))
                                .count())
                        .toList());
        model.put("coalition", coalition);
        model.put(
                "in",
                coalition.stream()
                        .filter(one -> one.standing() == Functions.Standing.IN)
                        .count());
        model.put("kit", kit.of(program, figures, four));
        return model;
    }

    /** The picture with its table twin; reasons and dissent stand in the record it leads to. */
    private static Document drawn(Document.Section profile) {
        return new Document(
                "",
                List.of(new Document.Section(
                        profile.heading(), profile.note(), profile.columns(), List.of(), profile.chart())));
    }

    /** Cash apart from risk, confirmed apart from expected; nothing before a case has a line that counts. */
    private List<MeasureWords.Figure> money(Map<String, String> figures, Four four, String currency) {
        List<MeasureWords.Figure> money = new ArrayList<>();
        String npv = figures.get("npv");
        String cash = figures.get("npvCash");
        if (npv != null && cash != null) {
            BigDecimal all = new BigDecimal(npv);
            BigDecimal inCash = new BigDecimal(cash);
            String years = figures.getOrDefault("horizonYears", "");
            money.add(new MeasureWords.Figure(words.money(all, currency), texts.of("engagement.sponsor.npv", years)));
            money.add(new MeasureWords.Figure(words.money(inCash, currency), texts.of("engagement.sponsor.cash")));
            money.add(new MeasureWords.Figure(
                    words.money(all.subtract(inCash), currency), texts.of("engagement.sponsor.risk")));
        }
        BigDecimal confirmed = four.progress().confirmed();
        BigDecimal expected = four.progress().expected();
        if (confirmed != null && expected != null) {
            money.add(new MeasureWords.Figure(
                    words.money(confirmed, currency),
                    texts.of("engagement.words.benefits", "", words.money(expected, currency))));
        }
        return money;
    }

    private List<Waiting> waiting(Program program, String sponsor, Map<String, String> figures) {
        OffsetDateTime now = measures.now();
        LocalDate today = now.toLocalDate();
        List<Waiting> waiting = new ArrayList<>();
        for (WorkItem item : items.open(program.code())) {
            if (sponsor.equals(item.assignee()) && WorkItem.DECISIONS.contains(item.taskKey())) {
                Stall behind = stalls.behind(program.code(), item);
                String weekly = item.taskKey().equals("decideGate") ? weekly(figures, program.currency()) : null;
                waiting.add(new Waiting(
                        item.calledHere() + ": " + texts.of("stage." + item.stage()),
                        "/my-work/" + item.task(),
                        item.due(),
                        item.isOverdue(now),
                        calendar.workingDaysBetween(item.created().toLocalDate(), today, null),
                        behind.gates(),
                        behind.tasks(),
                        weekly));
            }
        }
        return waiting;
    }

    /**
     * What a week's delay of the whole plan costs, on average: the net present value over the weeks of its horizon, 52 a
     * year. Nothing to say before there is a case, or when it does not pay.
     */
    private @Nullable String weekly(Map<String, String> figures, String currency) {
        String npv = figures.get("npv");
        String years = figures.get("horizonYears");
        if (npv == null || years == null || new BigDecimal(npv).signum() <= 0) {
            return null;
        }
        return words.money(perWeek(new BigDecimal(npv), Integer.parseInt(years)), currency);
    }

    static BigDecimal perWeek(BigDecimal npv, int years) {
        return npv.divide(BigDecimal.valueOf(52L * years), 0, RoundingMode.HALF_UP);
    }
}
