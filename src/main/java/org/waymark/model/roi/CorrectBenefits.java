package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Input;
import org.waymark.stage.Correctable;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** A benefit's owner and its figures may be put right; the plan locked at the gate stays what it was. */
@Component
class CorrectBenefits implements Correctable {

    private static final String OWNER = "owner";

    private final RoiBook book;
    private final Rechecks rechecks;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final LineRules rules;

    CorrectBenefits(
            RoiBook book, Rechecks rechecks, Catalogue catalogue, LineRules rules, JdbcClient jdbc, Texts texts) {
        this.book = book;
        this.rechecks = rechecks;
        this.catalogue = catalogue;
        this.rules = rules;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "roi";
    }

    @Override
    public List<Field> fields(String program, String element) {
        return line(program, element).map(this::fields).orElse(List.of());
    }

    private List<Field> fields(BenefitLine line) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of(
                OWNER, texts.of("roi.correct.owner"), Kind.PERSON, Objects.requireNonNullElse(line.owner(), "")));
        for (Input input : catalogue.benefit(String.valueOf(line.template())).inputs()) {
            BigDecimal now = line.inputs().get(input.name());
            // amounts stated year by year have no figures that would move them
            if (now != null && line.amounts().isEmpty()) {
                fields.add(Field.of(
                        input.name(),
                        texts.of("roi.correct.input", input.label(), texts.of("roi.correct.unit." + input.unit())),
                        input.ofOne() ? Kind.SHARE : Kind.NUMBER,
                        now.signum() == 0 ? "0" : now.stripTrailingZeros().toPlainString()));
            }
        }
        return fields;
    }

    @Override
    public Set<String> owners(String program, String element) {
        return line(program, element).map(BenefitLine::owner).map(Set::of).orElse(Set.of());
    }

    @Override
    public void correct(String program, String element, String field, Object said) {
        int round = book.round(program);
        if (said instanceof BigDecimal amount) {
            BenefitLine line = line(program, element).orElseThrow();
            rules.inputs(
                    "said", catalogue.benefit(String.valueOf(line.template())).inputs(), Map.of(field, amount));
            jdbc.sql("update roi_figure set amount = ?"
                            + " where program = ? and round_no = ? and line = ? and purpose = 'INPUT' and name = ?")
                    .params(amount, program, round, element, field)
                    .update();
            String label = catalogue.benefit(String.valueOf(line.template())).inputs().stream()
                    .filter(input -> input.name().equals(field))
                    .map(Input::label)
                    .findFirst()
                    .orElse(field);
            // finance vouched for another figure: it is asked about this line again, and about no other
            BigDecimal before = Objects.requireNonNull(line.inputs().get(field), "an agreed line has its figures");
            rechecks.ask(program, element, label, before, amount);
            return;
        }
        rules.owner(program, "said", element, said.toString()).ifPresent(wrong -> {
            throw Refusal.invalid(wrong.key(), wrong.args()).at("said");
        });
        jdbc.sql("update roi_line set owner = ? where program = ? and round_no = ? and line = ?")
                .params(said, program, round, element)
                .update();
        // who reports on the line from now on; its plan stays as it was locked
        jdbc.sql("update roi_plan_line set owner = ? where program = ? and line = ?"
                        + " and version_no = (select max(version_no) from roi_baseline where program = ?)")
                .params(said, program, element, program)
                .update();
    }

    private Optional<BenefitLine> line(String program, String element) {
        if (!book.opened(program)) {
            return Optional.empty();
        }
        CaseDraft stated = book.stated(program);
        int at = stated.benefitIds().indexOf(element);
        return at < 0 ? Optional.empty() : Optional.of(stated.benefits().get(at));
    }
}
