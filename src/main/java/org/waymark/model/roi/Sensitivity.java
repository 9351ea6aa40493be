package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Input;

/** Which single input moves the net value most when it comes out ten percent lower or higher. */
@Component
class Sensitivity {

    private static final BigDecimal LESS = new BigDecimal("0.9");
    private static final BigDecimal MORE = new BigDecimal("1.1");

    private final Catalogue catalogue;
    private final Pricing pricing;

    Sensitivity(Catalogue catalogue, Pricing pricing) {
        this.catalogue = catalogue;
        this.pricing = pricing;
    }

    /** How far the net value moves with one input of one line. */
    record Swing(String line, String name, String input, BigDecimal less, BigDecimal more) {

        BigDecimal width() {
            return less.subtract(more).abs();
        }
    }

    List<Swing> widest(PricedCase priced, int most) {
        List<Swing> swings = new ArrayList<>();
        CaseDraft draft = priced.stated();
        for (PricedLine line : priced.lines()) {
            boolean adjusted = line.review() != null && line.review().verdict() == Verdict.ADJUST;
            if (line.counted() && !adjusted) {
                swings.addAll(line.benefit() ? benefit(line, draft) : cost(line, draft));
            }
        }
        swings.sort(Comparator.comparing(Swing::width).reversed());
        return swings.subList(0, Math.min(most, swings.size()));
    }

    private List<Swing> benefit(PricedLine line, CaseDraft draft) {
        BenefitLine stated = draft.benefits().get(draft.benefitIds().indexOf(line.id()));
        var template = catalogue.benefit(line.template());
        return swings(
                line,
                draft,
                template.inputs(),
                Pricing.given(stated.inputs()),
                inputs -> pricing.amount(template.expression(), new LinkedHashMap<>(inputs))
                        .orElse(null));
    }

    private List<Swing> cost(PricedLine line, CaseDraft draft) {
        CostLine stated = draft.costs().get(draft.costIds().indexOf(line.id()));
        var template = catalogue.cost(line.template());
        return swings(
                line,
                draft,
                template.inputs(),
                Pricing.given(pricing.withCapacity(stated, draft)),
                inputs -> pricing.amount(template.expression(), new LinkedHashMap<>(inputs))
                        .orElse(null));
    }

    private static List<Swing> swings(
            PricedLine priced,
            CaseDraft draft,
            List<Input> asked,
            Map<String, BigDecimal> given,
            Function<Map<String, BigDecimal>, BigDecimal> amount) {
        Line line = priced.line();
        List<Swing> swings = new ArrayList<>();
        if (line == null || !line.stated().isEmpty()) {
            return swings;
        }
        BigDecimal rate = draft.assumptions().rate();
        BigDecimal sign = line.kind() == Kind.COST ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        for (Input input : asked) {
            BigDecimal less = amount.apply(with(given, input.name(), LESS));
            BigDecimal more = amount.apply(with(given, input.name(), MORE));
            if (less != null && more != null) {
                swings.add(new Swing(
                        line.id(),
                        input.name(),
                        input.label(),
                        moved(line, less, rate).multiply(sign),
                        moved(line, more, rate).multiply(sign)));
            }
        }
        return swings;
    }

    private static BigDecimal moved(Line line, BigDecimal amount, BigDecimal rate) {
        return line.withAmount(amount).present(rate).subtract(line.present(rate), PRECISION);
    }

    private static Map<String, BigDecimal> with(Map<String, BigDecimal> given, String name, BigDecimal factor) {
        Map<String, BigDecimal> changed = new LinkedHashMap<>(given);
        changed.computeIfPresent(name, (n, amount) -> amount.multiply(factor, PRECISION));
        return changed;
    }
}
