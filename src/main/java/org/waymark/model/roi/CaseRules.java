package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Benefit;
import org.waymark.catalogue.Cost;
import org.waymark.process.Missing;
import org.waymark.program.Programs;
import org.waymark.web.Refusal;

/** What can never be right in a case, and what a case still needs before it can be handed in. */
@Component
class CaseRules {

    /** A lite program weighs at most this many benefits. */
    static final int LITE_LINES = 5;

    private static final int MOST_COSTS = 40;
    private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(5);
    private static final String CAPTURE = "captureRate";

    private final LineRules lines;
    private final Pricing pricing;
    private final Programs programs;

    CaseRules(LineRules lines, Pricing pricing, Programs programs) {
        this.lines = lines;
        this.pricing = pricing;
        this.programs = programs;
    }

    boolean lite(String program) {
        return "LITE".equals(programs.get(program).depth());
    }

    void check(CaseDraft draft) {
        terms(draft);
        int horizon = draft.assumptions().horizonYears();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.benefits().size(); i++) {
            benefit("benefits[" + i + "]", draft.benefits().get(i), seen, horizon);
        }
        if (draft.costs().size() > MOST_COSTS) {
            throw Refusal.bad("roi.tooManyCosts", MOST_COSTS).at("costs");
        }
        for (int i = 0; i < draft.costs().size(); i++) {
            cost("costs[" + i + "]", draft.costs().get(i), horizon);
        }
    }

    private void terms(CaseDraft draft) {
        Integer horizon = draft.horizonYears();
        if (horizon != null && (horizon < 1 || horizon > Assumptions.LONGEST)) {
            throw Refusal.bad("roi.horizonOutOfRange", Assumptions.LONGEST).at("horizonYears");
        }
        lines.share("rate", draft.rate(), "roi.rateOutOfRange");
        lines.share("contingency", draft.contingency(), "roi.contingencyOutOfRange");
        if (draft.ramp().size() > Assumptions.LONGEST) {
            throw Refusal.bad("roi.rampTooLong", Assumptions.LONGEST).at("ramp");
        }
        for (int i = 0; i < draft.ramp().size(); i++) {
            lines.share("ramp[" + i + "]", draft.ramp().get(i), "roi.rampOutOfRange");
        }
        draft.scenarios().forEach(this::scenario);
        draft.capacity().forEach((name, amount) -> {
            String field = "capacity[" + name + "]";
            if (!Capacity.ASKED.contains(name) && !Capacity.CURRENT.equals(name)) {
                throw Refusal.bad("roi.unknownInput", name).at(field);
            }
            lines.amount(field, name, amount);
            if (Capacity.SHARES.contains(name)) {
                lines.share(field, amount, "roi.shareOutOfRange");
            }
        });
    }

    private void scenario(String name, Factors factors) {
        if (!Factors.CAUTIOUS.equals(name) && !Factors.STRETCH.equals(name)) {
            throw Refusal.bad("roi.unknownScenario", name).at("scenarios[" + name + "]");
        }
        for (Kind kind : List.of(Kind.CASH, Kind.COST)) {
            BigDecimal factor = factors.of(kind);
            String field = "scenarios[" + name + "]." + (kind == Kind.COST ? "costs" : "benefits");
            lines.amount(field, name, factor);
            if (factor.compareTo(MOST_FACTOR) > 0) {
                throw Refusal.bad("roi.factorOutOfRange", MOST_FACTOR.toPlainString())
                        .at(field);
            }
        }
    }

    void benefit(String path, BenefitLine line, Set<String> seen, int horizon) {
        Benefit template = lines.benefit(path, line.template());
        lines.once(path, seen, line.template());
        lines.inputs(path, template.inputs(), line.inputs());
        lines.share(path + ".confidence", line.confidence(), "roi.confidenceOutOfRange");
        lines.text(path + ".baseline", line.baseline(), LineRules.SHORT_TEXT);
        lines.text(path + ".evidence", line.evidence(), LineRules.LONG_TEXT);
        lines.person(path + ".owner", line.owner());
        lines.years(path, line.amounts(), horizon);
    }

    private void cost(String path, CostLine line, int horizon) {
        Cost template = lines.cost(path, line.template());
        lines.inputs(path, template.inputs(), line.inputs());
        lines.text(path + ".label", line.label(), 200);
        lines.text(path + ".evidence", line.evidence(), LineRules.LONG_TEXT);
        Integer years = line.years();
        if (years != null && (years < 1 || years > horizon)) {
            throw Refusal.bad("roi.yearsOutOfRange", horizon).at(path + ".years");
        }
        lines.years(path, line.amounts(), horizon);
    }

    List<Missing> missing(String program, CaseDraft draft) {
        List<Missing> missing = new ArrayList<>();
        long inCase = 0;
        for (int i = 0; i < draft.benefits().size(); i++) {
            BenefitLine line = draft.benefits().get(i);
            if (!Boolean.FALSE.equals(line.included())) {
                inCase++;
                missing.addAll(benefitMissing(program, "benefits[" + i + "]", line));
            }
        }
        if (inCase == 0) {
            missing.add(new Missing("benefits", "roi.missing.benefits"));
        }
        if (lite(program) && inCase > LITE_LINES) {
            missing.add(new Missing("benefits", "roi.lite", LITE_LINES, inCase));
        }
        missing.addAll(costsMissing(draft));
        return missing;
    }

    private List<Missing> benefitMissing(String program, String path, BenefitLine line) {
        Benefit template = lines.benefit(path, line.template());
        List<Missing> missing = new ArrayList<>(figuresMissing(path, line, template));
        lines.owner(program, path + ".owner", template.name(), line.owner()).ifPresent(missing::add);
        return missing;
    }

    /** The figures, the confidence and, for the strongest claims only, the evidence: the same for estimate and case. */
    List<Missing> figuresMissing(String path, BenefitLine line, Benefit template) {
        List<Missing> missing = new ArrayList<>();
        if (Pricing.given(line.amounts()).isEmpty()) {
            missing.addAll(lines.inputsMissing(path, template.name(), template.inputs(), line.inputs()));
        }
        BigDecimal confidence = line.confidence();
        if (pricing.kind(template) == Kind.RISK
                && confidence != null
                && confidence.compareTo(Basis.MOST_FOR_RISK) > 0) {
            missing.add(new Missing(path + ".confidence", "roi.riskTooSure", template.name()));
        }
        if (line.weight(pricing.kind(template)).compareTo(BusinessCase.OWN_EVIDENCE) > 0
                && (line.evidence() == null || line.evidence().isBlank())) {
            missing.add(new Missing(path + ".evidence", "roi.missing.evidence", template.name()));
        }
        BigDecimal captured = line.inputs().get(CAPTURE);
        if (captured != null && captured.compareTo(BigDecimal.ONE) == 0) {
            missing.add(new Missing(path + ".inputs[" + CAPTURE + "]", "roi.captureNeverWhole"));
        }
        return missing;
    }

    private List<Missing> costsMissing(CaseDraft draft) {
        List<Missing> missing = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < draft.costs().size(); i++) {
            CostLine line = draft.costs().get(i);
            if (line.empty()) {
                continue;
            }
            any = true;
            String path = "costs[" + i + "]";
            Cost template = lines.cost(path, line.template());
            if (Pricing.given(line.amounts()).isEmpty()) {
                missing.addAll(lines.inputsMissing(
                        path, template.name(), template.inputs(), pricing.withCapacity(line, draft)));
            }
        }
        if (!any) {
            missing.add(new Missing("costs", "roi.missing.costs"));
        }
        return missing;
    }

    /** Nothing but the figures of a line, for those who know only theirs. */
    void checkEstimate(String path, BenefitLine line, Set<String> seen) {
        benefit(path, line, seen, Assumptions.LONGEST);
    }
}
