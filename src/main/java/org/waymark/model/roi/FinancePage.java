package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.program.Programs;

/** Lays the review out: what stands behind each line, and what the case comes to before and after it. */
@Component
class FinancePage {

    private final RoiBook book;
    private final RoiCards cards;
    private final RoiTotals totals;
    private final Pricing pricing;
    private final Programs programs;

    FinancePage(RoiBook book, RoiCards cards, RoiTotals totals, Pricing pricing, Programs programs) {
        this.book = book;
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

    Map<String, Object> of(String program, ReviewDraft draft) {
        String currency = programs.get(program).currency();
        CaseDraft stated = book.stated(program);
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
        return model;
    }

    private List<Row> rows(ReviewDraft draft, CaseDraft stated, RoiTotals.Totals before, String currency) {
        Map<String, Integer> places = ReviewFinances.places(draft);
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
                said.evidence(),
                review);
    }

    private static RoiTotals.Sum sum(List<RoiTotals.Sum> sums, PricedLine line) {
        return sums.stream()
                .filter(sum -> sum.id().equals(line.id()))
                .findFirst()
                .orElseThrow();
    }
}
