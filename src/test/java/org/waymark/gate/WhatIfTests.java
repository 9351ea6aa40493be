package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.stage.Fact;

class WhatIfTests {

    @Test
    void anotherFigureTurnsItsFindingAndTheRecommendationAndNothingElse() throws Exception {
        try (GateHouse house = new GateHouse()) {
            house.now(new Fact("npv", new BigDecimal("-5000"), "money"));
            List<Finding> measured = house.criteria.measure(GateHouse.CODE, "roi");
            WhatIf better = WhatIf.of(measured, Map.of("npv", new BigDecimal("1")));
            assertThat(better.before().decision()).isEqualTo(Decision.KILL);
            assertThat(better.after().decision()).isEqualTo(Decision.GO);
            assertThat(better.otherwise()).isTrue();
            assertThat(better.findings())
                    .filteredOn(WhatIf.Changed::turned)
                    .singleElement()
                    .satisfies(one -> assertThat(one.after().criterion()).isEqualTo("roi-positive"));
            WhatIf worse = WhatIf.of(measured, Map.of("countedLinesWithoutBaseline", BigDecimal.TEN));
            assertThat(worse.after().rule()).isEqualTo("blocking");
            assertThat(house.sittings.of(GateHouse.CODE, "roi")).isEmpty();
            verifyNoInteractions(house.ledger);
        }
    }

    @Test
    void whatWasNotStatedCanBeTriedAndAnOpenGateCannotBeWishedAway() throws Exception {
        try (GateHouse house = new GateHouse()) {
            house.facts.removeIf(fact -> fact.name().equals("linesNotReviewed"));
            List<Finding> measured = house.criteria.measure(GateHouse.CODE, "roi");
            assertThat(WhatIf.of(measured, Map.of("linesNotReviewed", BigDecimal.ZERO))
                            .findings())
                    .allMatch(one -> one.after().met());
            Finding reopened = Finding.reopened(1, "open again");
            assertThat(WhatIf.of(List.of(reopened), Map.of("reopenedGates", BigDecimal.ZERO))
                            .after()
                            .rule())
                    .isEqualTo("blocking");
        }
    }
}
