package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked figures of the model's reference, to the unit, each rounded on its own. */
class BusinessCaseTests {

    private static final Assumptions USUAL = Assumptions.USUAL;

    static BusinessCase worked() {
        List<Line> lines = new ArrayList<>(List.of(
                benefit("BEN-01", Kind.CASH, "720000", "0.85"),
                benefit("BEN-02", Kind.CASH, "374400", "0.80"),
                benefit("BEN-05", Kind.CASH, "340000", "0.95"),
                benefit("BEN-06", Kind.CASH, "33075", "0.60"),
                benefit("BEN-11", Kind.RISK, "380000", "0.50")));
        lines.add(cost("CST-02", "750000", USUAL.once()));
        lines.add(cost("CST-01", "460000", USUAL.yearly(3)));
        lines.add(cost("CST-05", "80000", USUAL.yearly(1)));
        return new BusinessCase(USUAL, lines);
    }

    private static Line benefit(String id, Kind kind, String amount, String confidence) {
        return Line.of(id, kind, new BigDecimal(amount), new BigDecimal(confidence), USUAL.ramped());
    }

    private static Line cost(String id, String amount, List<BigDecimal> shares) {
        return Line.of(id, Kind.COST, new BigDecimal(amount), USUAL.costWeight(), shares);
    }

    @Test
    void theWorkedCaseComesOutToTheUnit() {
        Appraisal all = worked().all();
        assertThat(units(all.benefits())).containsExactly("0", "577746", "1155492", "1444365");
        assertThat(units(all.costs())).containsExactly("825000", "594000", "506000", "506000");
        assertThat(unit(all.presentBenefits())).isEqualTo("2565349");
        assertThat(unit(all.presentCosts())).isEqualTo("2163347");
        assertThat(unit(all.npv())).isEqualTo("402001");
        assertThat(tenth(all.roiPercent().orElseThrow())).isEqualTo("18.6");
        assertThat(tenth(all.paybackMonths().orElseThrow())).isEqualTo("26.5");
    }

    @Test
    void cashStandsApartFromRisk() {
        Appraisal cash = worked().cash();
        assertThat(units(cash.benefits())).containsExactly("0", "501746", "1003492", "1254365");
        assertThat(unit(cash.presentBenefits())).isEqualTo("2227888");
        assertThat(unit(cash.presentCosts())).isEqualTo("2163347");
        assertThat(unit(cash.npv())).isEqualTo("64541");
        assertThat(tenth(cash.roiPercent().orElseThrow())).isEqualTo("3.0");
        assertThat(tenth(cash.paybackMonths().orElseThrow())).isEqualTo("30.7");
        assertThat(unit(worked().risk().presentBenefits())).isEqualTo("337461");
    }

    @Test
    void saysHowMuchRestsOnOneWeakLine() {
        assertThat(worked().weakest().orElseThrow().id()).isEqualTo("BEN-11");
        assertThat(unit(worked().weakestShare())).isEqualTo("84");
        assertThat(worked().without("BEN-11").weakest().orElseThrow().id()).isEqualTo("BEN-06");
    }

    @Test
    void canSayNo() {
        BusinessCase poor = worked().without("BEN-01").without("BEN-02");
        assertThat(poor.all().npv()).isNegative();
        assertThat(poor.all().paybackMonths()).isEmpty();
        assertThat(poor.weakestShare()).isEqualByComparingTo("100");
    }

    @Test
    void amountsStatedByYearTakeTheFormulasPlace() {
        Line stated = new Line(
                "CST-01",
                Kind.COST,
                BigDecimal.ZERO,
                USUAL.costWeight(),
                USUAL.once(),
                List.of(
                        new BigDecimal("750000"),
                        new BigDecimal("540000"),
                        new BigDecimal("460000"),
                        new BigDecimal("460000")));
        List<Line> lines = new ArrayList<>(worked().benefits());
        lines.add(stated);
        assertThat(unit(new BusinessCase(USUAL, lines).all().npv())).isEqualTo("402001");
    }

    @Test
    void aCaseThatCostsNothingHasNoReturnToState() {
        BusinessCase free = new BusinessCase(USUAL, worked().benefits());
        assertThat(free.all().roiPercent()).isEmpty();
        assertThat(free.all().paybackMonths().orElseThrow()).isZero();
    }

    @Test
    void warnsOfLinesThatCountTheSameMoney() {
        assertThat(BusinessCase.overlaps(Set.of("BEN-02", "BEN-03", "BEN-01")))
                .containsExactly(List.of("BEN-02", "BEN-03"));
        assertThat(BusinessCase.overlaps(Set.of("BEN-01", "BEN-04", "BEN-06", "BEN-07")))
                .hasSize(2);
    }

    @Test
    void twentyFiveThousandCommentsTakeTwentyThreeAgents() {
        assertThat(Capacity.agents(Map.of(
                        "weeklyVolume", new BigDecimal("25000"),
                        "relevantShare", new BigDecimal("0.40"),
                        "targetCoverage", BigDecimal.ONE,
                        "automatedShare", BigDecimal.ZERO,
                        "minutesPerReply", new BigDecimal("4"),
                        "productiveHours", new BigDecimal("30"))))
                .contains(new BigDecimal("23"));
        assertThat(Capacity.agents(Map.of("weeklyVolume", BigDecimal.TEN))).isEmpty();
    }

    private static List<String> units(List<BigDecimal> amounts) {
        return amounts.stream().map(BusinessCaseTests::unit).toList();
    }

    private static String unit(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    private static String tenth(BigDecimal amount) {
        return amount.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
