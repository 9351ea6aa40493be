package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BusinessCasePropertyTests {

    private static final Assumptions USUAL = Assumptions.USUAL;
    private static final BigDecimal TINY = new BigDecimal("0.000001");

    @Property
    void turningOffARiskLineChangesOnlyRiskAndTheCombinedTotal(@ForAll("cases") BusinessCase business) {
        business.lines().stream().filter(line -> line.kind() == Kind.RISK).forEach(line -> {
            BusinessCase without = business.without(line.id());
            assertThat(without.cash()).isEqualTo(business.cash());
            assertSame(
                    business.risk().presentBenefits().subtract(line.present(USUAL.rate())),
                    without.risk().presentBenefits());
            assertSame(
                    business.all().npv().subtract(line.present(USUAL.rate())),
                    without.all().npv());
        });
    }

    @Property
    void cashAndRiskTogetherAreEverything(@ForAll("cases") BusinessCase business) {
        assertSame(
                business.all().npv(), business.cash().npv().add(business.risk().presentBenefits()));
    }

    @Property
    void netValueIsLinearInConfidence(@ForAll("cases") BusinessCase business, @ForAll("shares") BigDecimal share) {
        Line first = business.benefits().get(0);
        BigDecimal npv = with(business, first.withWeight(share)).all().npv();
        BigDecimal none =
                with(business, first.withWeight(BigDecimal.ZERO)).all().npv();
        BigDecimal whole =
                with(business, first.withWeight(BigDecimal.ONE)).all().npv();
        assertSame(none.add(whole.subtract(none).multiply(share)), npv);
    }

    @Property
    void moreBenefitNeverPaysBackLater(@ForAll("cases") BusinessCase business) {
        Line first = business.benefits().get(0);
        Optional<BigDecimal> before = business.all().paybackMonths();
        Optional<BigDecimal> after =
                with(business, first.times(new BigDecimal("1.5"))).all().paybackMonths();
        before.ifPresent(
                months -> assertThat(after.orElseThrow().subtract(months)).isLessThan(TINY));
    }

    @Property
    void paybackLiesWithinTheHorizonOrIsNotStated(@ForAll("cases") BusinessCase business) {
        business.all()
                .paybackMonths()
                .ifPresent(months -> assertThat(months).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(36)));
    }

    @Property
    void theCautiousScenarioIsNeverBetterThanTheExpected(@ForAll("cases") BusinessCase business) {
        BigDecimal cautious = business.in(Factors.usual(Factors.CAUTIOUS)).all().npv();
        BigDecimal stretch = business.in(Factors.usual(Factors.STRETCH)).all().npv();
        assertThat(cautious).isLessThanOrEqualTo(business.all().npv());
        assertThat(stretch).isGreaterThanOrEqualTo(business.all().npv());
    }

    @Property
    void netValueGoesTheWayOfEveryLine(@ForAll("cases") BusinessCase business, @ForAll("shares") BigDecimal more) {
        BigDecimal factor = BigDecimal.ONE.add(more);
        for (Line line : business.lines()) {
            BigDecimal changed = with(business, line.times(factor)).all().npv();
            assertThat(changed.subtract(business.all().npv()).signum())
                    .as(line.id())
                    .isIn(0, line.kind() == Kind.COST ? -1 : 1);
        }
    }

    @Property
    void aHigherRateNeverMakesTheSameBenefitsWorthMore(
            @ForAll("cases") BusinessCase business, @ForAll("shares") BigDecimal rate) {
        BusinessCase dearer = new BusinessCase(
                new Assumptions(USUAL.horizonYears(), USUAL.rate().add(rate), USUAL.ramp(), USUAL.contingency()),
                business.lines());
        assertThat(dearer.all().presentBenefits())
                .isLessThanOrEqualTo(business.all().presentBenefits());
        assertThat(dearer.all().presentCosts())
                .isLessThanOrEqualTo(business.all().presentCosts());
    }

    @Property
    void atRateZeroTodaysMoneyIsTheMoneyItself(@ForAll("cases") BusinessCase business) {
        BusinessCase flat = new BusinessCase(
                new Assumptions(USUAL.horizonYears(), BigDecimal.ZERO, USUAL.ramp(), USUAL.contingency()),
                business.lines());
        Appraisal all = flat.all();
        assertSame(all.cumulative().get(USUAL.horizonYears()), all.npv());
    }

    @Property
    void anOutlayAtTheStartIsNeverPaidBackBeforeItsBenefitsCome(@ForAll("cases") BusinessCase business) {
        BigDecimal start = business.all().cumulative().get(0);
        assertThat(business.all().costs().get(0).negate()).isEqualByComparingTo(start);
        if (start.signum() < 0) {
            business.all()
                    .paybackMonths()
                    .ifPresent(months -> assertThat(months).isPositive());
        } else {
            assertThat(business.all().paybackMonths()).hasValue(BigDecimal.ZERO);
        }
    }

    @Property
    void theShareOfOneLineIsAlwaysAPercentage(@ForAll("cases") BusinessCase business) {
        assertThat(business.weakestShare()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }

    private static BusinessCase with(BusinessCase business, Line changed) {
        List<Line> lines = new ArrayList<>(business.lines());
        lines.replaceAll(line -> line.id().equals(changed.id()) ? changed : line);
        return new BusinessCase(business.assumptions(), lines);
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual) {
        assertThat(actual.subtract(expected).abs()).isLessThan(TINY);
    }

    @Provide
    Arbitrary<BigDecimal> shares() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(2);
    }

    @Provide
    Arbitrary<BusinessCase> cases() {
        Arbitrary<BigDecimal> money = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(2_000_000))
                .ofScale(2);
        Arbitrary<Line> benefit = Combinators.combine(money, shares(), Arbitraries.of(Kind.CASH, Kind.RISK))
                .as((amount, share, kind) -> Line.of("?", kind, amount, share, USUAL.ramped()));
        Arbitrary<Line> cost = Combinators.combine(
                        money, Arbitraries.of(USUAL.once(), USUAL.yearly(1), USUAL.yearly(3)))
                .as((amount, shares) -> Line.of("?", Kind.COST, amount, USUAL.costWeight(), shares));
        return Combinators.combine(
                        benefit.list().ofMinSize(1).ofMaxSize(5),
                        cost.list().ofMinSize(1).ofMaxSize(4))
                .as((benefits, costs) -> {
                    List<Line> lines = new ArrayList<>();
                    benefits.forEach(line -> lines.add(named("BEN-" + lines.size(), line)));
                    costs.forEach(line -> lines.add(named("CST-" + lines.size(), line)));
                    return new BusinessCase(USUAL, lines);
                });
    }

    private static Line named(String id, Line line) {
        return new Line(id, line.kind(), line.amount(), line.weight(), line.shares(), line.stated());
    }
}
