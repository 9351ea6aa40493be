package org.waymark.stage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.web.Figures;

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
        Figures figures = Figures.here();
        return switch (kind) {
            case MONEY -> figures.number(number, 0);
            case PERCENT -> figures.percent(figures.number(number, 1), " ");
            case TEXT, NUMBER, DATE, LEVEL -> figures.plain(number);
        };
    }

    /** Whether a cell is nothing but a way to somewhere: an address, or a file kept here. */
    public boolean leads(String said) {
        return said.matches("https?://[^\\s<>\"]+|/programs/[A-Z0-9-]+/values/files/\\d+");
    }

    /** A point of a chart, with at most two decimal places; a dash where nothing was measured. */
    public String point(@Nullable BigDecimal point) {
        return point == null ? "–" : Figures.here().number(point, 2);
    }
}
