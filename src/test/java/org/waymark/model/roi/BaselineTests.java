package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.waymark.model.roi.RoiHouse.ATLAS;
import static org.waymark.model.roi.RoiHouse.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan locks at the gate's go and nothing that happens later changes it. */
class BaselineTests {

    private final RoiHouse house = new RoiHouse("STANDARD");
    private final RoiStory story = new RoiStory(house);

    @BeforeEach
    void decided() {
        house.model.open(ATLAS, 1);
        story.worked();
        assertThat(house.baselines.latest(ATLAS)).isEmpty();
        house.model.passed(ATLAS, 1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theLockedPlanIsTheWorkedCaseToTheUnit() {
        Baseline plan = house.baselines.latest(ATLAS).orElseThrow();
        assertThat(plan.version()).isEqualTo(1);
        assertThat(plan.round()).isEqualTo(1);
        assertThat(plan.starts()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(plan.npv().setScale(0, RoundingMode.HALF_UP)).isEqualByComparingTo("402001");
        assertThat(plan.npvCash().setScale(0, RoundingMode.HALF_UP)).isEqualByComparingTo("64541");
        assertThat(year(plan, 1, false)).isEqualByComparingTo("577746");
        assertThat(year(plan, 3, false)).isEqualByComparingTo("1444365");
        assertThat(year(plan, 0, true)).isEqualByComparingTo("825000");
        assertThat(plan.line("BEN-11").orElseThrow().owner()).isEqualTo("pr");
        assertThat(plan.line("BEN-11").orElseThrow().kind()).isEqualTo(Kind.RISK);
        verify(house.ledger).append(eq(ATLAS), eq("PLAN_LOCKED"), isNull(), isNull(), eq("roi"), any());
    }

    @Test
    void theSameMoneyIsNotLockedTwice() {
        house.model.passed(ATLAS, 1);
        assertThat(house.baselines.all(ATLAS)).hasSize(1);
        verify(house.ledger, times(1)).append(any(), eq("PLAN_LOCKED"), any(), any(), any(), any());
    }

    @Test
    void aLaterRoundAddsAPlanAndLeavesTheFirstAsItWas() {
        Baseline first = house.baselines.latest(ATLAS).orElseThrow();
        house.today("2027-03-10");
        house.model.open(ATLAS, 2);
        CaseDraft begun = house.build.begin(task("buildBusinessCase", "manager"));
        story.build(new CaseDraft(
                begun.horizonYears(),
                new BigDecimal("0.12"),
                begun.ramp(),
                begun.contingency(),
                begun.benefits(),
                begun.costs(),
                begun.scenarios(),
                begun.capacity()));
        assertThat(house.baselines.all(ATLAS)).containsExactly(first);
        house.model.passed(ATLAS, 2);
        List<Baseline> plans = house.baselines.all(ATLAS);
        assertThat(plans).hasSize(2);
        assertThat(plans.get(1)).isEqualTo(first);
        assertThat(plans.get(0).version()).isEqualTo(2);
        assertThat(plans.get(0).npv()).isLessThan(first.npv());
        assertThat(plans.get(0).starts()).isEqualTo(first.starts());
    }

    private static BigDecimal year(Baseline plan, int year, boolean costs) {
        return plan.lines().stream()
                .filter(line -> (line.kind() == Kind.COST) == costs)
                .map(line -> line.years().get(year))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP);
    }
}
