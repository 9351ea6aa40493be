package org.waymark.stage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes a cell of an agreed record in the reader's format: the same figure on a page, in a PDF and on a slide. */
@Component
public class Shown {

    /** Money without cents, percentages with at most one decimal place, other numbers as they are. */
    public String cell(Document.Cell cell, Document.Kind kind) {
        if (cell.text() != null) {
            return cell.text();
        }
        BigDecimal number = cell.number();
        if (number == null) {
            return "";
        }
        return switch (kind) {
            case MONEY -> format(0).format(number);
            case PERCENT -> format(1).format(number) + " %";
            case TEXT, NUMBER, DATE, LEVEL -> plain(number);
        };
    }

    /** Whether a cell is nothing but a way to somewhere: an address, or a file kept here. */
    public boolean leads(String said) {
        return said.matches("https?://[^\\s<>\"]+|/programs/[A-Z0-9-]+/values/files/\\d+");
    }

    /** A point of a chart, with at most two decimal places; a dash where nothing was measured. */
    public String point(@Nullable BigDecimal point) {
        return point == null ? "–" : format(2).format(point);
    }

    private static String plain(BigDecimal number) {
        return format(Math.max(0, number.stripTrailingZeros().scale())).format(number);
    }

    private static NumberFormat format(int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
