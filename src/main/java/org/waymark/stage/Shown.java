package org.waymark.stage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.web.Dates;
import org.waymark.web.Figures;

/** Writes a cell of an agreed record in the reader's format: the same figure on a page, in a PDF and on a slide. */
@Component
public class Shown {

    /** Money without cents, percentages with at most one decimal place, other numbers as they are. */
    public String cell(Document.Cell cell, Document.Kind kind) {
        String text = cell.text();
        if (text != null) {
            return kind == Document.Kind.DATE ? day(text) : text;
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

    /** A day that is kept as 2026-12-04, in the reader's format; other words stay as they are. */
    public String day(String said) {
        return said.matches("\\d{4}-\\d{2}-\\d{2}") ? Dates.here().date(LocalDate.parse(said)) : said;
    }

    /** What a field that may be corrected says now, in the reader's format. */
    public String field(Correctable.Field field) {
        if (field.said().isEmpty()) {
            return "";
        }
        Figures figures = Figures.here();
        return switch (field.kind()) {
            case NUMBER -> figures.plain(new BigDecimal(field.said()));
            case SHARE -> figures.exactShare(new BigDecimal(field.said()));
            case DATE -> day(field.said());
            case TEXT, PERSON, CHOICE -> field.said();
        };
    }

    /** What the input of such a share holds before it is corrected. */
    public String percent(Correctable.Field field) {
        return field.said().isEmpty() ? "" : Figures.inPercent(new BigDecimal(field.said()));
    }

    /** The sections of a page whose rows make up the totals of one of them. */
    public List<String> beneath(List<Document.Section> sections, Document.Section section) {
        return sections.stream()
                .map(Document.Section::heading)
                .filter(heading -> !heading.equals(section.heading()))
                .filter(section.madeOf()::contains)
                .distinct()
                .toList();
    }

    /** The place of a section on its page. */
    public String anchor(String heading) {
        return "rows-" + heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
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
