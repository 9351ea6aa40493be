package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Benefit;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;
import org.waymark.web.Refusal;

/** Each owner puts figures on the lines that are theirs, and on no others. */
@Component
class EstimateBenefits implements TaskWork<EstimateDraft> {

    /** Careful figures to start from where the catalogue names one. */
    private static final Map<String, BigDecimal> CAREFUL =
            Map.of("captureRate", new BigDecimal("0.50"), "incrementality", new BigDecimal("0.50"));

    private final RoiBook book;
    private final RoiWriter writer;
    private final LineRules lines;
    private final CaseRules rules;
    private final RoiCards cards;
    private final RoiWords words;
    private final Pricing pricing;
    private final WorkItems items;
    private final Programs programs;

    EstimateBenefits(
            RoiBook book,
            RoiWriter writer,
            LineRules lines,
            CaseRules rules,
            RoiCards cards,
            RoiWords words,
            Pricing pricing,
            WorkItems items,
            Programs programs) {
        this.book = book;
        this.writer = writer;
        this.lines = lines;
        this.rules = rules;
        this.cards = cards;
        this.words = words;
        this.pricing = pricing;
        this.items = items;
        this.programs = programs;
    }

    /** What a line comes to as it is typed. */
    record Sum(
            String name,
            String amount,
            String confidence,
            String counts,
            boolean complete,
            boolean hypothesis,
            boolean open) {}

    @Override
    public String key() {
        return "estimateBenefits";
    }

    @Override
    public Class<EstimateDraft> type() {
        return EstimateDraft.class;
    }

    @Override
    public EstimateDraft begin(WorkItem task) {
        Set<String> mine = mine(task);
        List<EstimateDraft.Estimate> estimates = new ArrayList<>();
        for (BenefitLine line : book.stated(task.program()).benefits()) {
            if (mine.contains(line.template())) {
                estimates.add(EstimateDraft.Estimate.from(line.inputs().isEmpty() ? careful(line) : line));
            }
        }
        return new EstimateDraft(estimates);
    }

    private BenefitLine careful(BenefitLine line) {
        Map<String, @Nullable BigDecimal> inputs = new LinkedHashMap<>();
        lines.benefit("", line.template()).inputs().forEach(input -> {
            if (CAREFUL.containsKey(input.name())) {
                inputs.put(input.name(), CAREFUL.get(input.name()));
            }
        });
        return BenefitLine.blank(String.valueOf(line.template()), line.owner(), inputs);
    }

    /** The assignee's own lines, and those whose owner passed the work on. */
    private Set<String> mine(WorkItem task) {
        Set<String> asked = items.all(task.program(), key(), task.instance()).stream()
                .map(WorkItem::assignee)
                .filter(Objects::nonNull)
                .filter(person -> !person.equals(task.assignee()))
                .collect(Collectors.toSet());
        return book.benefits(task.program()).stream()
                .filter(kept -> kept.owner() == null || !asked.contains(kept.owner()))
                .map(RoiCases.Kept::template)
                .collect(Collectors.toSet());
    }

    @Override
    public void check(WorkItem task, EstimateDraft draft) {
        Set<String> mine = mine(task);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            String path = "lines[" + i + "]";
            BenefitLine line = draft.lines().get(i).by(null);
            Benefit template = lines.benefit(path, line.template());
            if (!mine.contains(template.id())) {
                throw Refusal.bad("roi.notYourLine", template.name()).at(path + ".template");
            }
            rules.benefit(path, line, seen, Assumptions.LONGEST);
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, EstimateDraft draft) {
        List<Missing> missing = new ArrayList<>();
        Set<String> open = new HashSet<>(mine(task));
        for (int i = 0; i < draft.lines().size(); i++) {
            EstimateDraft.Estimate estimate = draft.lines().get(i);
            String path = "lines[" + i + "]";
            if (!estimate.open()) {
                missing.addAll(rules.figuresMissing(
                        path, estimate.by(task.assignee()), lines.benefit(path, estimate.template())));
            }
            open.remove(estimate.template());
        }
        open.forEach(template -> missing.add(new Missing(
                "lines",
                "roi.missing.estimate",
                lines.benefit("lines", template).name())));
        return missing;
    }

    @Override
    public void submit(WorkItem task, EstimateDraft draft) {
        String by = Objects.requireNonNull(task.assignee());
        int round = book.round(task.program());
        for (EstimateDraft.Estimate estimate : draft.lines()) {
            BenefitLine line = estimate.by(by);
            Benefit template = lines.benefit("", line.template());
            BigDecimal amount =
                    pricing.amount(template.expression(), line.inputs()).orElse(null);
            writer.estimate(task.program(), round, line, by, estimate.open() ? null : amount, estimate.open());
        }
    }

    @Override
    public View view(WorkItem task, EstimateDraft draft) {
        String currency = programs.get(task.program()).currency();
        List<RoiCards.Card> shown = new ArrayList<>();
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            EstimateDraft.Estimate estimate = draft.lines().get(i);
            shown.add(cards.benefit(
                    "lines[" + i + "]", String.valueOf(estimate.template()), estimate.inputs(), currency));
            sums.add(sum(estimate.by(task.assignee()), estimate.open(), currency));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("cards", shown);
        model.put("sums", sums);
        model.put("bases", Basis.values());
        return new View("roi/estimate", model, "roi.estimateBenefits.button", shown.size());
    }

    private Sum sum(BenefitLine line, boolean open, String currency) {
        Benefit template = lines.benefit("", line.template());
        Kind kind = pricing.kind(template);
        BigDecimal amount = pricing.amount(template.expression(), line.inputs()).orElse(null);
        BigDecimal weight = line.weight(kind);
        return new Sum(
                template.name(),
                words.money(amount, currency),
                words.share(weight),
                words.money(amount == null ? null : amount.multiply(weight), currency),
                amount != null,
                line.hypothesis(),
                open);
    }
}
