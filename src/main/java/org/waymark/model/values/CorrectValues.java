package org.waymark.model.values;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.stage.Correctable;
import org.waymark.web.Texts;

/** An agreed value's measure, figures, date and owner may be put right; its weight is the group's and stays. */
@Component
class CorrectValues implements Correctable {

    private static final int LONGEST_MEASURE = 300;
    private static final int LONGEST_UNIT = 60;
    private static final Map<String, String> COLUMNS = Map.of(
            "measure", "measure = ?",
            "unit", "unit = ?",
            "baseline", "to_be_measured = false, baseline = ?",
            "target", "target = ?",
            "date", "due_on = ?",
            "owner", "owner = ?");

    private final ValueAgreements agreements;
    private final JdbcClient jdbc;
    private final Texts texts;

    CorrectValues(ValueAgreements agreements, JdbcClient jdbc, Texts texts) {
        this.agreements = agreements;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "values";
    }

    @Override
    public List<Field> fields(String program, String element) {
        return agreed(program, element)
                .map(value -> List.of(
                        Field.text("measure", label("measure"), LONGEST_MEASURE, value.measure()),
                        Field.text("unit", label("unit"), LONGEST_UNIT, value.unit()),
                        Field.of("baseline", label("baseline"), Kind.NUMBER, plain(value.baseline())),
                        Field.of("target", label("target"), Kind.NUMBER, plain(value.target())),
                        Field.of("date", label("date"), Kind.DATE, date(value.dueOn())),
                        Field.of("owner", label("owner"), Kind.PERSON, Objects.requireNonNullElse(value.owner(), ""))))
                .orElse(List.of());
    }

    @Override
    public Set<String> owners(String program, String element) {
        return agreed(program, element)
                .map(ValueAgreements.Agreed::owner)
                .map(Set::of)
                .orElse(Set.of());
    }

    @Override
    public void correct(String program, String element, String field, Object said) {
        jdbc.sql("update values_agreed set " + COLUMNS.get(field) + " where program = ? and id = ?"
                        + " and round = (select max(round) from values_agreement where program = ?)")
                .params(said, program, element, program)
                .update();
    }

    private Optional<ValueAgreements.Agreed> agreed(String program, String element) {
        return agreements
                .newest(program)
                .flatMap(agreement -> agreements.values(program, agreement.round()).stream()
                        .filter(value -> value.id().equals(element))
                        .findFirst());
    }

    private String label(String column) {
        return texts.of("values.record.column." + column);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
