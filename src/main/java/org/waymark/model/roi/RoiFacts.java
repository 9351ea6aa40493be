package org.waymark.model.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.model.values.Scorecards;
import org.waymark.stage.Fact;

/** What the gate measures of the case: how many lines count and who vouches for them, what they come to. */
@Component
class RoiFacts {

    /** What stands for "not within the horizon" where only a number will do. */
    static final BigDecimal NEVER = BigDecimal.valueOf(999);

    private static final Set<String> PEOPLE = Set.of("CST-05", "CST-08", "CST-09");
    private static final Set<String> CHANGE = Set.of("CST-06", "CST-07");

    private final RoiBook book;
    private final LineRules rules;
    private final Scorecards scorecards;

    RoiFacts(RoiBook book, LineRules rules, Scorecards scorecards) {
        this.book = book;
        this.rules = rules;
        this.scorecards = scorecards;
    }

    List<Fact> of(String program) {
        PricedCase priced = book.priced(program);
        BusinessCase sums = priced.sums();
        Appraisal all = sums.all();
        List<BenefitLine> counted = counted(priced);
        Set<String> office = rules.office(program);
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.count("benefitLinesCounted", counted.size()),
                Fact.count(
                        "countedLinesWithoutBaseline",
                        counted.stream().filter(BenefitLine::hypothesis).count()),
                Fact.count(
                        "countedLinesWithoutOwner",
                        counted.stream().filter(line -> line.owner() == null).count()),
                Fact.count(
                        "ownersInProgramOffice",
                        counted.stream()
                                .filter(line -> line.owner() != null && office.contains(line.owner()))
                                .count()),
                Fact.count(
                        "linesNotReviewed",
                        priced.reviewable().stream()
                                .filter(line -> !line.reviewed())
                                .count()),
                money("npv", all.npv()),
                money("npvCash", sums.cash().npv()),
                Fact.percent("roiPercent", rounded(all.roiPercent().orElse(BigDecimal.ZERO), 1)),
                new Fact(
                        "paybackMonths",
                        all.paybackMonths().map(months -> rounded(months, 1)).orElse(NEVER),
                        "months"),
                Fact.percent("largestLineSharePercent", rounded(sums.weakestShare(), 1)),
                Fact.yesNo("peopleAndChangeCosted", costed(priced, PEOPLE) && costed(priced, CHANGE))));
        // what leaders are measured by belongs beside the money they promise (dcfts.md 1.5)
        facts.addAll(scorecards.facts(program));
        return facts;
    }

    private static List<BenefitLine> counted(PricedCase priced) {
        Map<String, PricedLine> byId =
                priced.benefits().stream().collect(Collectors.toMap(PricedLine::id, line -> line));
        List<String> ids = priced.stated().benefitIds();
        return ids.stream()
                .filter(id -> byId.containsKey(id) && byId.get(id).counted())
                .map(id -> priced.stated().benefits().get(ids.indexOf(id)))
                .toList();
    }

    private static boolean costed(PricedCase priced, Set<String> templates) {
        return priced.costs().stream()
                .filter(line -> templates.contains(line.template()) && line.counted())
                .map(PricedLine::stated)
                .anyMatch(amount -> amount != null && amount.signum() > 0);
    }

    private static Fact money(String name, BigDecimal amount) {
        return new Fact(name, rounded(amount, 0), "money");
    }

    /** Half up, at the end and nowhere before. */
    static BigDecimal rounded(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }
}
