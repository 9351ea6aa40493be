package org.waymark.model.roi;

import static org.waymark.model.roi.RoiHouse.ATLAS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.Input;

/** Whatever the case, the workbook comes to what the engine says: net value, return, payback, every line and year. */
class WorkbookPropertyTests {

    private static final RoiHouse HOUSE = new RoiHouse("STANDARD");

    @AfterContainer
    static void close() {
        HOUSE.close();
    }

    @Property(tries = 60)
    void takingOutAndWorkingOutAgainChangesNothing(@ForAll @LongRange(min = 0) long seed) {
        Cases cases = new Cases(new Random(seed), HOUSE);
        CaseDraft draft = cases.draft();
        PricedCase priced = HOUSE.pricing.price(draft, cases.reviews(draft));
        new OpenedWorkbook(HOUSE.workbook.of(HOUSE.programs.get(ATLAS), priced)).says(priced);
    }

    /** Random cases over the shipped lines: rate 0, one year, outlays by year, hypotheses, adjusted and refused lines. */
    private record Cases(Random random, RoiHouse house) {

        CaseDraft draft() {
            int horizon = 1 + random.nextInt(6);
            List<BenefitLine> benefits = new ArrayList<>();
            house.catalogue.benefits().stream()
                    .filter(line -> random.nextInt(4) == 0)
                    .forEach(line -> benefits.add(new BenefitLine(
                            line.id(),
                            "service",
                            inputs(line.inputs()),
                            random.nextInt(4) == 0 ? null : "own log",
                            random.nextBoolean() ? null : share(),
                            Basis.values()[random.nextInt(4)],
                            null,
                            random.nextInt(5) == 0 ? random.nextBoolean() : null,
                            years(horizon))));
            List<CostLine> costs = new ArrayList<>();
            house.catalogue.costs().stream()
                    .filter(line -> !line.id().equals("CST-12") && random.nextInt(3) == 0)
                    .forEach(line -> costs.add(new CostLine(
                            line.id(),
                            null,
                            inputs(line.inputs()),
                            random.nextBoolean() ? null : 1 + random.nextInt(horizon),
                            years(horizon),
                            null)));
            return new CaseDraft(
                    horizon,
                    random.nextInt(4) == 0 ? BigDecimal.ZERO : share(),
                    List.of(share(), share()),
                    share(),
                    benefits,
                    costs,
                    Map.of(),
                    Map.of());
        }

        Map<String, Review> reviews(CaseDraft draft) {
            Map<String, Review> reviews = new HashMap<>();
            List<String> ids = new ArrayList<>(draft.benefitIds());
            ids.addAll(draft.costIds());
            for (String id : ids) {
                Verdict verdict = Verdict.values()[random.nextInt(3)];
                BigDecimal amount = verdict == Verdict.ADJUST ? BigDecimal.valueOf(random.nextInt(900_000)) : null;
                reviews.put(id, new Review(id, verdict, amount, "because"));
            }
            return reviews;
        }

        private Map<String, @Nullable BigDecimal> inputs(List<Input> asked) {
            Map<String, @Nullable BigDecimal> inputs = new HashMap<>();
            asked.forEach(input -> inputs.put(
                    input.name(),
                    switch (input.unit()) {
                        case "share" -> share();
                        case "count" -> BigDecimal.valueOf(random.nextInt(100_000));
                        case "currency" -> BigDecimal.valueOf(random.nextInt(1_000_000), 2);
                        default -> BigDecimal.valueOf(random.nextInt(100));
                    }));
            return inputs;
        }

        private Map<String, @Nullable BigDecimal> years(int horizon) {
            Map<String, @Nullable BigDecimal> years = new HashMap<>();
            if (random.nextInt(4) == 0) {
                years.put("y" + random.nextInt(horizon + 1), BigDecimal.valueOf(random.nextInt(1_000_000), 2));
            }
            return years;
        }

        private BigDecimal share() {
            return BigDecimal.valueOf(random.nextInt(101), 2);
        }
    }
}
