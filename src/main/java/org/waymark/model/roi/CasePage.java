package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Cost;
import org.waymark.program.Programs;
import org.waymark.web.Figures;

/** Lays the whole case out: every line with its fields, what can still be added, and what it all comes to. */
@Component
class CasePage {

    private final RoiBook book;
    private final RoiCards cards;
    private final RoiTotals totals;
    private final RoiWords words;
    private final Pricing pricing;
    private final Catalogue catalogue;
    private final Programs programs;

    CasePage(
            RoiBook book,
            RoiCards cards,
            RoiTotals totals,
            RoiWords words,
            Pricing pricing,
            Catalogue catalogue,
            Programs programs) {
        this.book = book;
        this.cards = cards;
        this.totals = totals;
        this.words = words;
        this.pricing = pricing;
        this.catalogue = catalogue;
        this.programs = programs;
    }

    /** One benefit of the form: its card and what was said about it. */
    record BenefitRow(
            RoiCards.Card card,
            BenefitLine line,
            String confidence,
            String usual,
            String heard,
            Map<String, String> amounts) {}

    /** One cost of the form; one that carries no figure yet is on offer. */
    record CostRow(RoiCards.Card card, CostLine line, boolean used, Map<String, String> amounts) {}

    /** One figure of the capacity check. */
    record CapacityField(String path, String name, String typed, boolean share) {}

    Map<String, Object> of(String program, CaseDraft draft) {
        String currency = programs.get(program).currency();
        Map<String, RoiCases.Kept> kept = new HashMap<>();
        book.benefits(program).forEach(one -> kept.put(one.line(), one));
        PricedCase priced = pricing.price(draft, Map.of());
        Map<String, Object> model = new HashMap<>();
        model.put("benefitRows", benefitRows(draft, kept, currency));
        List<CostRow> costs = costRows(draft, currency);
        model.put("costRows", costs.stream().filter(CostRow::used).toList());
        model.put("costsOnOffer", costs.stream().filter(row -> !row.used()).toList());
        model.put("owners", cards.owners(program));
        model.put("bases", Basis.values());
        Assumptions terms = draft.assumptions();
        model.put("assumptions", terms);
        model.put("rateSaid", words.share(terms.rate()));
        model.put("rampSaid", terms.ramp().stream().map(words::share).collect(Collectors.joining(" / ")));
        model.put("contingencySaid", words.share(terms.contingency()));
        model.put(
                "years",
                IntStream.rangeClosed(0, draft.assumptions().horizonYears())
                        .boxed()
                        .toList());
        Map<String, Factors> factors = new LinkedHashMap<>();
        List.of(Factors.CAUTIOUS, Factors.STRETCH).forEach(name -> factors.put(name, draft.scenario(name)));
        model.put("factors", factors);
        model.put("capacity", capacity(draft));
        model.put(
                "agents",
                Capacity.agents(Pricing.given(draft.capacity()))
                        .map(RoiCards::typed)
                        .orElse(""));
        model.put("agentsNow", RoiCards.typed(draft.capacity().get(Capacity.CURRENT)));
        model.put("currency", currency);
        model.put("totals", totals.of(priced, currency, ownersSaid(kept)));
        return model;
    }

    static Map<String, BigDecimal> ownersSaid(Map<String, RoiCases.Kept> kept) {
        Map<String, BigDecimal> said = new TreeMap<>();
        kept.forEach((line, one) -> {
            if (one.ownerAmount() != null) {
                said.put(line, one.ownerAmount());
            }
        });
        return said;
    }

    private List<BenefitRow> benefitRows(CaseDraft draft, Map<String, RoiCases.Kept> kept, String currency) {
        List<BenefitRow> rows = new ArrayList<>();
        for (int i = 0; i < draft.benefits().size(); i++) {
            BenefitLine line = draft.benefits().get(i);
            RoiCards.Card card =
                    cards.benefit("benefits[" + i + "]", String.valueOf(line.template()), line.inputs(), currency);
            RoiCases.Kept one = kept.get(String.valueOf(line.template()));
            Kind kind = card.risk() ? Kind.RISK : Kind.CASH;
            String heard = heard(one);
            rows.add(new BenefitRow(
                    card,
                    line,
                    Figures.inPercent(line.confidence()),
                    words.share(line.weight(kind)),
                    heard,
                    amounts(line.amounts())));
        }
        return rows;
    }

    private String heard(RoiCases.@Nullable Kept one) {
        if (one == null || one.estimated() == null) {
            return words.text("roi.case.notHeard");
        }
        String said = Boolean.TRUE.equals(one.cannotSay()) ? "roi.case.cannotSay" : "roi.case.heard";
        return words.text(said, cards.nameOf(one.estimatedBy()));
    }

    /** The costs in the case first; then one empty row for every cost of the catalogue that is not in it yet. */
    private List<CostRow> costRows(CaseDraft draft, String currency) {
        List<CostRow> rows = new ArrayList<>();
        List<String> present = new ArrayList<>();
        int at = 0;
        for (; at < draft.costs().size(); at++) {
            CostLine line = draft.costs().get(at);
            String template = String.valueOf(line.template());
            present.add(template);
            rows.add(costRow(at, line, template, currency));
        }
        for (Cost cost : catalogue.costs()) {
            if (!present.contains(cost.id()) && !Pricing.CONTINGENCY.equals(cost.id())) {
                CostLine blank = new CostLine(cost.id(), null, Map.of(), null, Map.of(), null);
                rows.add(costRow(at++, blank, cost.id(), currency));
            }
        }
        return rows;
    }

    private CostRow costRow(int at, CostLine line, String template, String currency) {
        return new CostRow(
                cards.cost("costs[" + at + "]", template, line.inputs(), currency),
                line,
                !line.empty(),
                amounts(line.amounts()));
    }

    private static Map<String, String> amounts(Map<String, @Nullable BigDecimal> stated) {
        Map<String, String> amounts = new HashMap<>();
        stated.forEach((name, amount) -> amounts.put(name, RoiCards.typed(amount)));
        return amounts;
    }

    private static List<CapacityField> capacity(CaseDraft draft) {
        List<CapacityField> fields = new ArrayList<>();
        for (String name : Capacity.ASKED) {
            BigDecimal given = draft.capacity().get(name);
            boolean share = Capacity.SHARES.contains(name);
            fields.add(new CapacityField(
                    "capacity[" + name + "]", name, share ? Figures.inPercent(given) : RoiCards.typed(given), share));
        }
        fields.add(new CapacityField(
                "capacity[" + Capacity.CURRENT + "]",
                Capacity.CURRENT,
                RoiCards.typed(draft.capacity().get(Capacity.CURRENT)),
                false));
        return fields;
    }
}
