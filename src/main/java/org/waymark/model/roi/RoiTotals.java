package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case adds up to, in words ready to show beside the form while it is typed. */
@Component
class RoiTotals {

    private final RoiWords words;
    private final RoiBook book;

    RoiTotals(RoiWords words, RoiBook book) {
        this.words = words;
        this.book = book;
    }

    /** The four figures a sponsor asks for, cash beside each. */
    record Band(
            String headline,
            boolean negative,
            String years,
            String npv,
            String npvCash,
            String roi,
            String roiCash,
            String payback,
            String paybackCash) {}

    /** One line with what it comes to and whether it counts. */
    record Sum(
            String id,
            String name,
            String kind,
            boolean risk,
            String amount,
            String weight,
            String present,
            boolean counted,
            String state,
            @Nullable String ownerSaid) {}

    /** One of the three scenarios. */
    record Scenario(String name, String npv, String roi, String payback, boolean negative) {}

    /** Everything the totals show. */
    record Totals(
            Band band,
            List<Sum> benefits,
            List<Sum> costs,
            String presentBenefits,
            String presentRisk,
            String presentCosts,
            List<Scenario> scenarios,
            List<RoiBook.Overlap> overlaps,
            @Nullable String weakest,
            String weakestShare,
            Picture picture) {}

    Totals of(PricedCase priced, String currency, Map<String, BigDecimal> ownersSaid) {
        BusinessCase sums = priced.sums();
        Appraisal all = sums.all();
        Set<String> counted = priced.benefits().stream()
                .filter(PricedLine::counted)
                .map(PricedLine::template)
                .collect(Collectors.toSet());
        return new Totals(
                band(priced, currency),
                priced.benefits().stream()
                        .map(line -> sum(line, priced, currency, ownersSaid))
                        .toList(),
                priced.costs().stream()
                        .map(line -> sum(line, priced, currency, Map.of()))
                        .toList(),
                words.money(all.presentBenefits(), currency),
                words.money(sums.risk().presentBenefits(), currency),
                words.money(all.presentCosts(), currency),
                List.of(
                        scenario(Factors.CAUTIOUS, priced, currency),
                        scenario("expected", priced, currency),
                        scenario(Factors.STRETCH, priced, currency)),
                book.overlaps(counted),
                sums.weakest().map(line -> priced.name(line.id())).orElse(null),
                words.percent(sums.weakestShare()),
                Picture.of(all.cumulative(), sums.cash().cumulative()));
    }

    Band band(PricedCase priced, String currency) {
        Appraisal all = priced.sums().all();
        Appraisal cash = priced.sums().cash();
        return new Band(
                words.headline(priced, currency),
                all.npv().signum() < 0,
                words.text("roi.years", priced.sums().assumptions().horizonYears()),
                words.money(all.npv(), currency),
                words.money(cash.npv(), currency),
                words.percent(all.roiPercent()),
                words.percent(cash.roiPercent()),
                words.months(all.paybackMonths()),
                words.months(cash.paybackMonths()));
    }

    private Scenario scenario(String name, PricedCase priced, String currency) {
        Appraisal appraisal = priced.scenario(name);
        return new Scenario(
                words.text("roi.scenario." + name),
                words.money(appraisal.npv(), currency),
                words.percent(appraisal.roiPercent()),
                words.months(appraisal.paybackMonths()),
                appraisal.npv().signum() < 0);
    }

    private Sum sum(PricedLine line, PricedCase priced, String currency, Map<String, BigDecimal> ownersSaid) {
        Line money = line.line();
        BigDecimal rate = priced.sums().assumptions().rate();
        BigDecimal amount = line.stated();
        BigDecimal said = ownersSaid.get(line.id());
        boolean differs =
                said != null && amount != null && said.subtract(amount).abs().compareTo(BigDecimal.ONE) >= 0;
        return new Sum(
                line.id(),
                line.name(),
                words.text("roi.kind." + line.kind()),
                line.kind() == Kind.RISK,
                words.money(amount, currency),
                money == null ? words.text("roi.unknown") : words.share(money.weight()),
                words.money(money == null ? null : money.present(rate), currency),
                line.counted(),
                words.text("roi.state." + line.state()),
                differs ? words.money(said, currency) : null);
    }
}
