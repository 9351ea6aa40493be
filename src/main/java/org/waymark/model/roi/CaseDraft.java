package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole case as it is typed: assumptions, benefits, costs, scenarios and the capacity check. */
record CaseDraft(
        @Nullable Integer horizonYears,
        @Nullable BigDecimal rate,
        List<@Nullable BigDecimal> ramp,
        @Nullable BigDecimal contingency,
        List<BenefitLine> benefits,
        List<CostLine> costs,
        Map<String, Factors> scenarios,
        Map<String, @Nullable BigDecimal> capacity) {

    static final CaseDraft EMPTY = new CaseDraft(null, null, List.of(), null, List.of(), List.of(), Map.of(), Map.of());

    CaseDraft {
        ramp = ramp == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(ramp));
        benefits = benefits == null
                ? List.of()
                : benefits.stream().filter(Objects::nonNull).toList();
        costs = costs == null
                ? List.of()
                : costs.stream().filter(Objects::nonNull).toList();
        scenarios = scenarios == null ? Map.of() : new LinkedHashMap<>(scenarios);
        capacity = capacity == null ? Map.of() : new LinkedHashMap<>(capacity);
    }

    /** What holds for the whole case, with the usual figure where none is given. */
    Assumptions assumptions() {
        List<BigDecimal> steps = ramp.stream().filter(Objects::nonNull).toList();
        Assumptions usual = Assumptions.USUAL;
        return new Assumptions(
                horizonYears == null ? usual.horizonYears() : horizonYears,
                rate == null ? usual.rate() : rate,
                steps.isEmpty() ? usual.ramp() : steps,
                contingency == null ? usual.contingency() : contingency);
    }

    Factors scenario(String name) {
        Factors usual = Factors.usual(name);
        Factors given = scenarios.get(name);
        return given == null ? usual : given.or(usual);
    }

    List<String> benefitIds() {
        return ids(benefits.stream().map(BenefitLine::template).toList());
    }

    List<String> costIds() {
        return ids(costs.stream().map(CostLine::template).toList());
    }

    /** A line is known by its template; a second line of the same template gets a number. */
    private static List<String> ids(List<@Nullable String> templates) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (String template : templates) {
            String name = Objects.requireNonNullElse(template, "?");
            int times = seen.merge(name, 1, Integer::sum);
            ids.add(times == 1 ? name : name + "-" + times);
        }
        return ids;
    }
}
