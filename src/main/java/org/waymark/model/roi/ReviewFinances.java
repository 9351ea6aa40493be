package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.program.Programs;
import org.waymark.web.Refusal;

/** The finance partner says of every line that counts: accepted, at another amount, or not accepted. */
@Component
class ReviewFinances implements TaskWork<ReviewDraft> {

    private final RoiBook book;
    private final RoiWriter writer;
    private final LineRules rules;
    private final RoiCards cards;
    private final RoiTotals totals;
    private final Pricing pricing;
    private final Programs programs;

    ReviewFinances(
            RoiBook book,
            RoiWriter writer,
            LineRules rules,
            RoiCards cards,
            RoiTotals totals,
            Pricing pricing,
            Programs programs) {
        this.book = book;
        this.writer = writer;
        this.rules = rules;
        this.cards = cards;
        this.totals = totals;
        this.pricing = pricing;
        this.programs = programs;
    }

    /** One line to look at: its figures, who stands behind it and what finance says so far. */
    record Row(
            String path,
            RoiTotals.Sum sum,
            RoiCards.Card card,
            String owner,
            @Nullable String baseline,
            @Nullable String evidence,
            Review review) {}

    @Override
    public String key() {
        return "reviewFinances";
    }

    @Override
    public Class<ReviewDraft> type() {
        return ReviewDraft.class;
    }

    @Override
    public ReviewDraft begin(WorkItem task) {
        Map<String, Review> last = book.lastReviews(task.program());
        return new ReviewDraft(unreviewed(task.program()).reviewable().stream()
                .map(line -> last.getOrDefault(line.id(), new Review(line.id(), null, null, null)))
                .toList());
    }

    @Override
    public void check(WorkItem task, ReviewDraft draft) {
        List<String> known = unreviewed(task.program()).reviewable().stream()
                .map(PricedLine::id)
                .toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            Review review = draft.lines().get(i);
            String path = "lines[" + i + "]";
            if (review.id() == null || !known.contains(review.id())) {
                throw Refusal.bad("roi.unknownLine", String.valueOf(review.id()))
                        .at(path + ".id");
            }
            if (!seen.add(review.id())) {
                throw Refusal.bad("roi.reviewedTwice", review.id()).at(path + ".id");
            }
            rules.amount(path + ".amount", review.id(), review.amount());
            rules.text(path + ".reason", review.reason(), LineRules.LONG_TEXT);
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, ReviewDraft draft) {
        List<Missing> missing = new ArrayList<>();
        PricedCase priced = unreviewed(task.program());
        Map<String, Integer> places = places(draft);
        int next = draft.lines().size();
        for (PricedLine line : priced.reviewable()) {
            Integer place = places.get(line.id());
            String path = "lines[" + (place == null ? next++ : place) + "]";
            Review review = place == null ? null : draft.lines().get(place);
            missing(path, line.name(), review, missing);
        }
        return missing;
    }

    private static void missing(String path, String name, @Nullable Review review, List<Missing> missing) {
        if (review == null || review.verdict() == null) {
            missing.add(new Missing(path + ".verdict", "roi.missing.verdict", name));
            return;
        }
        if (review.verdict() == Verdict.ADJUST && review.amount() == null) {
            missing.add(new Missing(path + ".amount", "roi.missing.adjusted", name));
        }
        if (review.verdict() != Verdict.ACCEPT
                && (review.reason() == null || review.reason().isBlank())) {
            missing.add(new Missing(path + ".reason", "roi.missing.reason", name));
        }
    }

    @Override
    public void submit(WorkItem task, ReviewDraft draft) {
        writer.review(
                task.program(), book.round(task.program()), draft.lines(), Objects.requireNonNull(task.assignee()));
    }

    @Override
    public View view(WorkItem task, ReviewDraft draft) {
        String currency = programs.get(task.program()).currency();
        CaseDraft stated = book.stated(task.program());
        Map<String, Review> reviews = new LinkedHashMap<>();
        draft.lines().forEach(review -> reviews.put(String.valueOf(review.id()), review));
        RoiTotals.Totals before = totals.of(pricing.price(stated, Map.of()), currency, Map.of());
        RoiTotals.Totals after = totals.of(pricing.price(stated, reviews), currency, Map.of());
        List<Row> rows = rows(draft, stated, before, currency);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", rows);
        model.put("verdicts", Verdict.values());
        model.put("currency", currency);
        model.put("before", before.band());
        model.put("totals", after);
        model.put("done", draft.lines().stream().filter(Review::given).count());
        model.put("asked", rows.size());
        return new View("roi/review", model, "roi.reviewFinances.button");
    }

    private List<Row> rows(ReviewDraft draft, CaseDraft stated, RoiTotals.Totals before, String currency) {
        Map<String, Integer> places = places(draft);
        int next = draft.lines().size();
        List<Row> rows = new ArrayList<>();
        for (PricedLine line : pricing.price(stated, Map.of()).reviewable()) {
            Integer place = places.get(line.id());
            String path = "lines[" + (place == null ? next++ : place) + "]";
            Review review = place == null
                    ? new Review(line.id(), null, null, null)
                    : draft.lines().get(place);
            rows.add(
                    line.benefit()
                            ? benefit(path, line, stated, before, review, currency)
                            : cost(path, line, stated, before, review, currency));
        }
        return rows;
    }

    private Row benefit(
            String path, PricedLine line, CaseDraft stated, RoiTotals.Totals before, Review review, String currency) {
        BenefitLine said = stated.benefits().get(stated.benefitIds().indexOf(line.id()));
        return new Row(
                path,
                sum(before.benefits(), line),
                cards.benefit(path, line.template(), said.inputs(), currency),
                cards.nameOf(said.owner()),
                said.baseline(),
                said.evidence(),
                review);
    }

    private Row cost(
            String path, PricedLine line, CaseDraft stated, RoiTotals.Totals before, Review review, String currency) {
        CostLine said = stated.costs().get(stated.costIds().indexOf(line.id()));
        return new Row(
                path,
                sum(before.costs(), line),
                cards.cost(path, line.template(), pricing.withCapacity(said, stated), currency),
                "",
                null,
                null,
                review);
    }

    private static RoiTotals.Sum sum(List<RoiTotals.Sum> sums, PricedLine line) {
        return sums.stream()
                .filter(sum -> sum.id().equals(line.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> places(ReviewDraft draft) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            places.putIfAbsent(String.valueOf(draft.lines().get(i).id()), i);
        }
        return places;
    }

    private PricedCase unreviewed(String program) {
        return pricing.price(book.stated(program), Map.of());
    }
}
