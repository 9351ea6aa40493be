package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines are looked at, and when what came is too far from the plan. */
class BenefitRuleTests {

    private static final BenefitRule USUAL = new BenefitRule(8, 20, 80, 3);

    private static Baseline plan(String... amounts) {
        List<Baseline.Planned> lines = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            BigDecimal amount = new BigDecimal(amounts[i]);
            lines.add(new Baseline.Planned(
                    "BEN-0" + (i + 1), Kind.CASH, "Line " + i, "ana", List.of(BigDecimal.ZERO, amount)));
        }
        lines.add(new Baseline.Planned(
                "CST-01", Kind.COST, "Cost", null, List.of(BigDecimal.ZERO, new BigDecimal("1000000"))));
        return new Baseline(
                "ATLAS",
                1,
                1,
                OffsetDateTime.MIN,
                LocalDate.of(2026, 12, 1),
                "EUR",
                1,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                lines);
    }

    private static List<String> watched(BenefitRule rule, String... amounts) {
        return rule.watched(plan(amounts)).stream().map(Baseline.Planned::line).toList();
    }

    @Test
    void theLargestLinesThatMakeUpEightyPercentAndAtLeastThree() {
        assertThat(watched(USUAL, "5", "900", "5", "90")).containsExactly("BEN-02", "BEN-04", "BEN-01");
        assertThat(watched(USUAL, "20", "20", "20", "20", "20")).hasSize(4);
        assertThat(watched(USUAL, "20", "20", "20", "20", "21")).hasSize(4).startsWith("BEN-05", "BEN-01");
        assertThat(watched(new BenefitRule(8, 20, 50, 1), "10", "60", "30")).containsExactly("BEN-02");
    }

    @Test
    void costsAndLinesThatPromiseNothingAreLeftAlone() {
        assertThat(watched(USUAL, "0", "-5", "10")).containsExactly("BEN-03");
        assertThat(watched(USUAL)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedAtTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BenefitRule(0, 20, 80, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new BenefitRule(8, 0, 80, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new BenefitRule(8, 20, 101, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new BenefitRule(8, 20, 80, 0));
    }

    /** One quarter of 100 planned. */
    private static Standing standing(@Nullable String came) {
        Baseline plan = plan("400");
        List<Reports.Report> reports = came == null
                ? List.of()
                : List.of(new Reports.Report(
                        1,
                        "BEN-01",
                        1,
                        null,
                        new BigDecimal(came),
                        "ledger",
                        null,
                        "ana",
                        OffsetDateTime.MIN,
                        null,
                        null));
        Track track = Track.of(plan, reports, LocalDate.of(2027, 3, 2));
        return new Standing(plan, track.lines().get(0), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "100, , false",
        "80, , false",
        "79.99, , true",
        "120, , false",
        "120.01, , true",
        "60, -40, false",
        "79, -40, false",
        "81, -40, true",
        "100, -40, true",
        "19, -40, true"
    })
    void theBandLiesAroundThePlanOrAroundWhatWasDecidedAbout(String came, @Nullable BigDecimal known, boolean beyond) {
        assertThat(standing(came).beyond(20, known)).isEqualTo(beyond);
    }

    @Test
    void withoutAnActualOrWithoutPlannedMoneyThereIsNoDrift() {
        assertThat(standing(null).percent()).isNull();
        assertThat(standing(null).beyond(20, null)).isFalse();
        assertThat(Standing.percent(BigDecimal.ZERO, BigDecimal.TEN)).isNull();
    }

    @Test
    void askedForIsTheQuarterUntilFinanceHasConfirmedIt() {
        assertThat(standing(null).asked()).hasSize(1);
        assertThat(standing("90").asked()).hasSize(1);
        assertThat(standing("90").ahead()).hasSize(3);
        assertThat(standing("90").toDate()).hasSize(1);
    }
}
