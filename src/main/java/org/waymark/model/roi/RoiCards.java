package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Benefit;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Cost;
import org.waymark.catalogue.Input;
import org.waymark.process.ProgramPeople;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Figures;

/** Lays a line out for its form: its formula in words and a labelled field with its unit for every figure. */
@Component
class RoiCards {

    private final Catalogue catalogue;
    private final Pricing pricing;
    private final RoiWords words;
    private final LineRules rules;
    private final Team team;
    private final People people;

    RoiCards(Catalogue catalogue, Pricing pricing, RoiWords words, LineRules rules, Team team, People people) {
        this.catalogue = catalogue;
        this.pricing = pricing;
        this.words = words;
        this.rules = rules;
        this.team = team;
        this.people = people;
    }

    /** One figure to type; a share is typed and said in percent. */
    record Field(String path, String label, String unit, String typed, String said, boolean share) {

        /** What its input is called, so that the percent typed there becomes the share kept. */
        public String input() {
            return share ? path + "%" : path;
        }
    }

    /** One line with everything its form shows. */
    record Card(
            String path,
            String template,
            String name,
            String formula,
            String note,
            boolean risk,
            String kind,
            List<Field> fields) {}

    /** Somebody to choose from. */
    record Somebody(String id, String name) {}

    Card benefit(String path, String template, Map<String, @Nullable BigDecimal> typed, String currency) {
        Benefit benefit = catalogue.benefit(template);
        boolean risk = pricing.kind(benefit) == Kind.RISK;
        return new Card(
                path,
                template,
                benefit.name(),
                benefit.formula(),
                benefit.note(),
                risk,
                words.text(risk ? "roi.kind.RISK" : "roi.kind.CASH"),
                fields(path, benefit.inputs(), typed, currency));
    }

    Card cost(String path, String template, Map<String, @Nullable BigDecimal> typed, String currency) {
        Cost cost = catalogue.cost(template);
        return new Card(
                path,
                template,
                cost.name(),
                cost.formula(),
                "",
                false,
                cost.kind(),
                fields(path, cost.inputs(), typed, currency));
    }

    private List<Field> fields(
            String path, List<Input> inputs, Map<String, @Nullable BigDecimal> typed, String currency) {
        return inputs.stream()
                .map(input -> new Field(
                        path + ".inputs[" + input.name() + "]",
                        input.label(),
                        words.text("roi.unit." + input.unit(), words.symbol(currency)),
                        input.ofOne() ? Figures.inPercent(typed.get(input.name())) : typed(typed.get(input.name())),
                        said(input, typed.get(input.name())),
                        input.ofOne()))
                .toList();
    }

    private String said(Input input, @Nullable BigDecimal amount) {
        return amount == null ? "" : words.number(RoiWords.figure(input, amount));
    }

    static String typed(@Nullable BigDecimal amount) {
        return amount == null ? "" : RoiCases.plain(amount).toPlainString();
    }

    /** Who may vouch for a line: the team outside the program office. */
    List<Somebody> owners(String program) {
        var office = rules.office(program);
        return ((ProgramPeople) team)
                .of(program).stream()
                        .filter(person -> !office.contains(person))
                        .map(person -> new Somebody(person, people.nameOf(person)))
                        .toList();
    }

    String nameOf(@Nullable String person) {
        return person == null ? "" : people.nameOf(person);
    }
}
