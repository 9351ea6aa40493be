package org.waymark.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.web.Dates;
import org.waymark.web.Figures;
import org.waymark.web.Texts;

/** Says numbers, dates and findings in the reader's language. */
@Component
class Wording {

    /** Models that know no month of paying back say a number beyond any horizon. */
    private static final BigDecimal LONGEST_PAYBACK = BigDecimal.valueOf(600);

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    String text(String key, Object... args) {
        return texts.of(key, args);
    }

    /** The text of a key that need not exist. */
    String textOr(String key, String otherwise) {
        return texts.or(key, otherwise);
    }

    /** What was measured, and against what when it is not met. */
    String shown(Finding finding, String currency) {
        BigDecimal measured = finding.measured();
        if (measured == null) {
            return texts.of("gate.value.missing");
        }
        String value = value(measured, finding.unit(), currency);
        boolean none = finding.threshold().signum() == 0 && finding.comparison() != Comparison.AT_LEAST;
        if (none && finding.unit().equals("count")) {
            return measured.signum() == 0 ? texts.of("gate.value.none") : texts.of("gate.value.open", value);
        }
        if (finding.met() || finding.unit().equals("yesNo")) {
            return value;
        }
        String wanted = value(finding.threshold(), finding.unit(), currency);
        return switch (finding.comparison()) {
            case AT_LEAST -> texts.of("gate.value.least", value, wanted);
            case AT_MOST -> texts.of("gate.value.most", value, wanted);
            case EQUALS -> value;
        };
    }

    String takes(Finding finding, String currency) {
        BigDecimal measured = finding.measured();
        if (measured == null) {
            return texts.of("gate.take.unstated");
        }
        BigDecimal gap = finding.threshold().subtract(measured).abs();
        String template = textOr("gate.criterion." + finding.criterion() + ".take", "");
        return template.isEmpty()
                ? texts.of(
                        "gate.take.any",
                        value(measured, finding.unit(), currency),
                        value(finding.threshold(), finding.unit(), currency))
                : texts.of(
                        "gate.criterion." + finding.criterion() + ".take",
                        plain(measured),
                        plain(finding.threshold()),
                        value(gap, finding.unit(), currency));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.setScale(Math.max(0, Math.min(1, value.stripTrailingZeros().scale())), RoundingMode.HALF_UP);
    }

    String value(BigDecimal value, String unit, String currency) {
        return switch (unit) {
            case "yesNo" -> texts.of(value.signum() > 0 ? "gate.value.yes" : "gate.value.no");
            case "percent" -> texts.of("gate.value.percent", number(value, 1));
            case "months" ->
                value.signum() < 0 || value.compareTo(LONGEST_PAYBACK) >= 0
                        ? texts.of("gate.value.never")
                        : texts.of("gate.value.months", number(value, 1));
            case "money" -> money(value, currency);
            case "ratio" -> number(value, 2);
            default -> number(value, 0);
        };
    }

    /** Two significant places at this height; the exact figure is in the record. */
    String money(BigDecimal value, String currency) {
        BigDecimal size = value.abs();
        Figures figures = Figures.here();
        String figure;
        if (size.compareTo(BigDecimal.valueOf(100_000)) >= 0) {
            figure = figures.millions(size, 2);
        } else if (size.compareTo(BigDecimal.valueOf(1_000)) >= 0) {
            figure = figures.thousands(size.round(new MathContext(2)), 1);
        } else {
            figure = number(size, 0);
        }
        return (value.signum() < 0 ? "−" : "") + figures.money(figure, currency, " ");
    }

    String number(BigDecimal value, int most) {
        return Figures.here().number(value, most);
    }

    String date(@Nullable LocalDate date) {
        return date == null ? "…" : Dates.here().longDate(date);
    }

    /** The day and the minute. */
    String moment(OffsetDateTime at, ZoneId zone) {
        return Dates.here().dateTime(at.atZoneSameInstant(zone));
    }

    String day(@Nullable OffsetDateTime at, ZoneId zone) {
        return at == null ? "…" : date(at.atZoneSameInstant(zone).toLocalDate());
    }
}
