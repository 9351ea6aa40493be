package org.waymark.trace;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.stage.Correctable;
import org.waymark.stakeholder.Team;
import org.waymark.web.Figures;
import org.waymark.web.Refusal;

/** Reads what is typed into a field to be put right, and says what a field holds. */
@Component
class FieldWords {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_PLACES = 4;

    private final Team team;
    private final People people;

    FieldWords(Team team, People people) {
        this.team = team;
        this.people = people;
    }

    Object typed(String program, Correctable.Field field, String said) {
        Refusal wrong = Refusal.invalid(
                        "trace.correct."
                                + (field.kind() == Correctable.Kind.SHARE ? Correctable.Kind.NUMBER : field.kind()),
                        field.label(),
                        field.longest())
                .at("said");
        boolean fits = switch (field.kind()) {
            case TEXT -> !said.isEmpty() && said.length() <= field.longest();
            case PERSON -> team.includes(program, said);
            case CHOICE -> field.choices().containsKey(said);
            case NUMBER, SHARE, DATE -> said.length() <= field.longest();
        };
        if (!fits) {
            throw wrong;
        }
        try {
            return switch (field.kind()) {
                case TEXT, PERSON, CHOICE -> said;
                case DATE -> LocalDate.parse(said);
                case NUMBER -> number(said, wrong);
                case SHARE -> share(said, wrong);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw wrong;
        }
    }

    /** 60 % and 0.60 are the same share. */
    private static BigDecimal share(String said, Refusal wrong) {
        boolean percent = said.endsWith("%");
        return number(percent ? Figures.ofPercent(said.replace(" ", "").replace(',', '.')) : said, wrong);
    }

    private static BigDecimal number(String said, Refusal wrong) {
        BigDecimal number = new BigDecimal(said.replace(" ", "").replace(',', '.'));
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
                || number.stripTrailingZeros().scale() > MOST_PLACES) {
            throw wrong;
        }
        return number;
    }

    /** A number without needless zeros, so that 40 and 40.00 are the same. */
    static String plain(Object said) {
        return said instanceof BigDecimal number
                ? (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                : said.toString();
    }

    String shown(Correctable.Field field, String said) {
        if (said.isEmpty()) {
            return "–";
        }
        return switch (field.kind()) {
            case PERSON -> people.nameOf(said);
            case CHOICE -> field.choices().getOrDefault(said, said);
            case SHARE -> Figures.inPercent(new BigDecimal(said)) + "\u00a0%";
            case TEXT, NUMBER, DATE -> said;
        };
    }
}
