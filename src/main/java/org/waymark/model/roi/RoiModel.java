package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.model.values.Scorecards;
import org.waymark.program.Programs;
import org.waymark.stage.Ask;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.Link;
import org.waymark.stage.Money;
import org.waymark.stage.StageModel;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The stage that agrees how the program pays. */
@Component
class RoiModel implements StageModel {

    private final RoiRounds rounds;
    private final RoiBook book;
    private final RoiDocument document;
    private final RoiFacts facts;
    private final RoiCards cards;
    private final Programs programs;
    private final Locking locking;
    private final Baselines baselines;
    private final Rechecks rechecks;
    private final Team team;
    private final RoiWords words;
    private final Scorecards scorecards;
    private final Reporting reporting;

    RoiModel(
            RoiRounds rounds,
            RoiBook book,
            RoiDocument document,
            RoiFacts facts,
            RoiCards cards,
            Programs programs,
            Locking locking,
            Baselines baselines,
            Rechecks rechecks,
            Team team,
            RoiWords words,
            Scorecards scorecards,
            Reporting reporting) {
        this.rounds = rounds;
        this.book = book;
        this.document = document;
        this.facts = facts;
        this.cards = cards;
        this.programs = programs;
        this.locking = locking;
        this.baselines = baselines;
        this.rechecks = rechecks;
        this.team = team;
        this.words = words;
        this.scorecards = scorecards;
        this.reporting = reporting;
    }

    @Override
    public String stage() {
        return "roi";
    }

    @Override
    public int position() {
        return 4;
    }

    @Override
    public void open(String program, int round) {
        if (cards.owners(program).isEmpty()) {
            throw Refusal.invalid("roi.nobodyToOwn", program);
        }
        rounds.open(program, round);
    }

    /** The plan locks at the gate's go. */
    @Override
    public void passed(String program, int round) {
        locking.lock(program, round);
    }

    @Override
    public List<Fact> facts(String program) {
        return facts.of(program);
    }

    @Override
    public Document record(String program) {
        Document drawn =
                document.of(program, book.priced(program), programs.get(program).currency());
        List<Document.Section> sections = new ArrayList<>(drawn.sections());
        sections.addAll(scorecards.sections(program));
        return new Document(drawn.headline(), sections);
    }

    @Override
    public List<Link> links(String program) {
        List<Link> links = new ArrayList<>();
        if (book.opened(program)) {
            links.add(new Link(words.text("roi.link.workbook"), "/programs/" + program + "/stages/roi/case.xlsx"));
        }
        if (baselines.latest(program).isPresent()) {
            links.add(new Link(words.text("roi.link.benefits"), "/programs/" + program + "/benefits"));
        }
        return links;
    }

    /** Finance is asked again about the lines that were put right since its review. */
    @Override
    public List<Link> waiting(String program, String person) {
        if (!team.holding(program, Part.FINANCE).contains(person)) {
            return List.of();
        }
        long lines = rechecks.open(program).stream()
                .map(Rechecks.Recheck::line)
                .distinct()
                .count();
        return lines == 0
                ? List.of()
                : List.of(new Link(
                        words.text("roi.recheck.waiting", program, lines), "/programs/" + program + "/benefits#again"));
    }

    /** Nothing is promised while a case has no cost. */
    @Override
    public Optional<Money> money(String program) {
        if (!book.opened(program)) {
            return Optional.empty();
        }
        BusinessCase sums = book.priced(program).sums();
        Appraisal all = sums.all();
        return all.presentCosts().signum() <= 0
                ? Optional.empty()
                : Optional.of(new Money(
                        RoiFacts.rounded(all.presentCosts(), 2),
                        RoiFacts.rounded(all.npv(), 2),
                        RoiFacts.rounded(sums.cash().npv(), 2)));
    }

    @Override
    public String contribution() {
        return "estimateBenefits";
    }

    @Override
    public List<String> agreeing() {
        return List.of("buildBusinessCase");
    }

    @Override
    public List<Ask> asks() {
        return List.of(
                new Ask("chooseBenefits", "MANAGER", 15),
                new Ask("estimateBenefits", "OWNER", 15),
                new Ask("buildBusinessCase", "MANAGER", 45),
                new Ask("reviewFinances", "FINANCE", 30));
    }

    /** For boards: the net value, its cash part and its years, as soon as a line counts; what came once the plan holds. */
    @Override
    public Map<String, String> measures(String program) {
        Map<String, String> measures = new LinkedHashMap<>();
        if (book.opened(program)) {
            PricedCase priced = book.priced(program);
            if (!priced.sums().lines().isEmpty()) {
                measures.put(
                        "npv", RoiFacts.rounded(priced.sums().all().npv(), 0).toPlainString());
                measures.put(
                        "npvCash",
                        RoiFacts.rounded(priced.sums().cash().npv(), 0).toPlainString());
                measures.put(
                        "horizonYears",
                        String.valueOf(priced.stated().assumptions().horizonYears()));
                measures.put("currency", programs.get(program).currency());
            }
        }
        reporting
                .track(program)
                .map(track -> track.sums(kind -> kind != Kind.COST))
                .ifPresent(sums -> {
                    measures.put(
                            "benefitsConfirmed",
                            RoiFacts.rounded(sums.confirmed(), 0).toPlainString());
                    measures.put(
                            "benefitsExpected",
                            RoiFacts.rounded(sums.outlook(), 0).toPlainString());
                });
        return measures;
    }
}
