package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Benefit;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Cost;

/** Turns what people stated into money, by the formulas of the catalogue. */
@Component
class Pricing {

    static final String FRONT_LINE = "CST-09";
    static final String CONTINGENCY = "CST-12";
    private static final String RISK = "risk";

    private final Catalogue catalogue;

    Pricing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    PricedCase price(CaseDraft draft, Map<String, Review> reviews) {
        List<PricedLine> benefits = new ArrayList<>();
        List<String> benefitIds = draft.benefitIds();
        for (int i = 0; i < draft.benefits().size(); i++) {
            BenefitLine line = draft.benefits().get(i);
            if (line.template() != null) {
                String id = benefitIds.get(i);
                benefits.add(benefit(id, line, draft.assumptions(), reviews.get(id)));
            }
        }
        List<PricedLine> costs = new ArrayList<>();
        List<String> costIds = draft.costIds();
        for (int i = 0; i < draft.costs().size(); i++) {
            CostLine line = draft.costs().get(i);
            if (line.template() != null && !line.empty()) {
                String id = costIds.get(i);
                costs.add(cost(id, line, draft, reviews.get(id)));
            }
        }
        return PricedCase.of(draft, benefits, costs);
    }

    Kind kind(Benefit benefit) {
        return RISK.equals(benefit.lens()) ? Kind.RISK : Kind.CASH;
    }

    /** The full yearly amount; empty while an input is missing or the formula has no answer. */
    Optional<BigDecimal> amount(String expression, Map<String, @Nullable BigDecimal> inputs) {
        Map<String, BigDecimal> given = given(inputs);
        try {
            return Optional.of(Formula.of(expression).amount(given));
        } catch (Formula.Unreadable | ArithmeticException unanswerable) {
            return Optional.empty();
        }
    }

    private PricedLine benefit(String id, BenefitLine stated, Assumptions assumptions, @Nullable Review review) {
        Benefit template = catalogue.benefit(String.valueOf(stated.template()));
        Kind kind = kind(template);
        BigDecimal amount = amount(template.expression(), stated.inputs()).orElse(null);
        List<BigDecimal> byYear = byYear(stated.amounts(), assumptions.horizonYears());
        Line line = line(id, kind, amount, stated.weight(kind), assumptions.ramped(), byYear);
        PricedLine.State state = state(stated, line, review);
        return new PricedLine(
                id,
                template.id(),
                template.name(),
                kind,
                steady(amount, byYear),
                reviewed(line, review),
                state,
                review);
    }

    private static PricedLine.State state(BenefitLine stated, @Nullable Line line, @Nullable Review review) {
        if (!stated.counts()) {
            return stated.included() == null ? PricedLine.State.HYPOTHESIS : PricedLine.State.LEFT_OUT;
        }
        if (line == null) {
            return PricedLine.State.INCOMPLETE;
        }
        if (review != null && review.verdict() == Verdict.REFUSE) {
            return PricedLine.State.REFUSED;
        }
        return stated.hypothesis() ? PricedLine.State.COUNTED_KNOWINGLY : PricedLine.State.COUNTED;
    }

    /** A refused cost stays in the sums as it was built: refusing must never make a case look better. */
    private PricedLine cost(String id, CostLine stated, CaseDraft draft, @Nullable Review review) {
        Assumptions assumptions = draft.assumptions();
        Cost template = catalogue.cost(String.valueOf(stated.template()));
        BigDecimal amount =
                amount(template.expression(), withCapacity(stated, draft)).orElse(null);
        List<BigDecimal> byYear = byYear(stated.amounts(), assumptions.horizonYears());
        List<BigDecimal> shares = shares(template.kind(), stated.years(), assumptions);
        Line line = line(id, Kind.COST, amount, assumptions.costWeight(), shares, byYear);
        PricedLine.State state = line == null ? PricedLine.State.INCOMPLETE : PricedLine.State.COUNTED;
        String label = stated.label();
        String name = label == null ? template.name() : template.name() + ": " + label;
        return new PricedLine(
                id, template.id(), name, Kind.COST, steady(amount, byYear), reviewed(line, review), state, review);
    }

    /** The front-line cost takes its head counts from the capacity check where none are typed. */
    Map<String, @Nullable BigDecimal> withCapacity(CostLine stated, CaseDraft draft) {
        if (!FRONT_LINE.equals(stated.template())) {
            return stated.inputs();
        }
        Map<String, @Nullable BigDecimal> inputs = new LinkedHashMap<>(stated.inputs());
        if (inputs.get("requiredAgents") == null) {
            inputs.put(
                    "requiredAgents", Capacity.agents(given(draft.capacity())).orElse(null));
        }
        if (inputs.get(Capacity.CURRENT) == null) {
            inputs.put(Capacity.CURRENT, draft.capacity().get(Capacity.CURRENT));
        }
        return inputs;
    }

    private static List<BigDecimal> shares(String kind, @Nullable Integer years, Assumptions assumptions) {
        return switch (kind) {
            case "recurring" -> assumptions.yearly(years == null ? assumptions.horizonYears() : years);
            case "temporary" -> assumptions.yearly(years == null ? 1 : years);
            default -> assumptions.once();
        };
    }

    private static @Nullable Line line(
            String id,
            Kind kind,
            @Nullable BigDecimal amount,
            BigDecimal weight,
            List<BigDecimal> shares,
            List<BigDecimal> byYear) {
        if (amount == null && byYear.isEmpty()) {
            return null;
        }
        return new Line(id, kind, amount == null ? BigDecimal.ZERO : amount, weight, shares, byYear);
    }

    private static @Nullable Line reviewed(@Nullable Line line, @Nullable Review review) {
        if (line == null || review == null || review.verdict() != Verdict.ADJUST || review.amount() == null) {
            return line;
        }
        return line.withAmount(review.amount());
    }

    /** The amount people compare: by formula, or the largest of the stated years. */
    private static @Nullable BigDecimal steady(@Nullable BigDecimal amount, List<BigDecimal> byYear) {
        return byYear.isEmpty()
                ? amount
                : byYear.stream().max(BigDecimal::compareTo).orElse(amount);
    }

    private static List<BigDecimal> byYear(Map<String, @Nullable BigDecimal> stated, int horizon) {
        Map<String, BigDecimal> given = given(stated);
        List<BigDecimal> years = new ArrayList<>();
        for (int year = 0; !given.isEmpty() && year <= horizon; year++) {
            years.add(given.getOrDefault("y" + year, BigDecimal.ZERO));
        }
        return years;
    }

    static Map<String, BigDecimal> given(Map<String, @Nullable BigDecimal> stated) {
        Map<String, BigDecimal> given = new TreeMap<>();
        stated.forEach((name, amount) -> {
            if (amount != null) {
                given.put(name, amount);
            }
        });
        return given;
    }
}
