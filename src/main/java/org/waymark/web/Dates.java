package org.waymark.web;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Writes days and moments as the reader's language does; nothing else in Waymark writes a date for people. A moment is
 * given in the zone it shall be read in; where there is no day, nothing is written. Templates call it {@code #when}.
 */
public final class Dates {

    private final Locale locale;

    Dates(Locale locale) {
        this.locale = locale;
    }

    /** In the language this thread speaks: the reader's. */
    public static Dates here() {
        return new Dates(LocaleContextHolder.getLocale());
    }

    /** In a language that was agreed on, whoever reads. */
    public static Dates in(Locale locale) {
        return new Dates(locale);
    }

    /** 4 Dec. */
    public String day(@Nullable TemporalAccessor at) {
        return written(at, Shape.DAY, false);
    }

    /** 4 Dec 2026. */
    public String date(@Nullable TemporalAccessor at) {
        return written(at, Shape.DATE, false);
    }

    /** 4 December. */
    public String longDay(@Nullable TemporalAccessor at) {
        return written(at, Shape.LONG_DAY, false);
    }

    /** 4 December 2026. */
    public String longDate(@Nullable TemporalAccessor at) {
        return written(at, Shape.LONG_DATE, false);
    }

    /** Fri 4 Dec. */
    public String weekday(@Nullable TemporalAccessor at) {
        return written(at, Shape.WEEKDAY, false);
    }

    /** Fri 4 Dec 2026. */
    public String weekdayDate(@Nullable TemporalAccessor at) {
        return written(at, Shape.WEEKDAY_DATE, false);
    }

    /** Friday 4 December. */
    public String longWeekday(@Nullable TemporalAccessor at) {
        return written(at, Shape.LONG_WEEKDAY, false);
    }

    /** Friday 4 December 2026. */
    public String fullDate(@Nullable TemporalAccessor at) {
        return written(at, Shape.FULL_DATE, false);
    }

    /** 4 Dec, 14:05. */
    public String dayTime(@Nullable TemporalAccessor at) {
        return written(at, Shape.DAY, true);
    }

    /** 4 Dec 2026, 14:05. */
    public String dateTime(@Nullable TemporalAccessor at) {
        return written(at, Shape.DATE, true);
    }

    /** 4 December 2026, 14:05. */
    public String longDateTime(@Nullable TemporalAccessor at) {
        return written(at, Shape.LONG_DATE, true);
    }

    /** Fri 4 Dec, 14:05. */
    public String weekdayTime(@Nullable TemporalAccessor at) {
        return written(at, Shape.WEEKDAY, true);
    }

    /** 14:05. */
    public String time(@Nullable TemporalAccessor at) {
        return written(at, Shape.TIME, false);
    }

    /** Fri, as the head of a calendar. */
    public String dayName(@Nullable TemporalAccessor at) {
        return written(at, Shape.DAY_NAME, false);
    }

    /** December, standing alone. */
    public String month(@Nullable TemporalAccessor at) {
        return written(at, Shape.MONTH, false);
    }

    /** December 2026. */
    public String monthYear(@Nullable TemporalAccessor at) {
        return written(at, Shape.MONTH_YEAR, false);
    }

    /** Dec 2026. */
    public String shortMonthYear(@Nullable TemporalAccessor at) {
        return written(at, Shape.SHORT_MONTH_YEAR, false);
    }

    private String written(@Nullable TemporalAccessor at, Shape shape, boolean time) {
        if (at == null) {
            return "";
        }
        String pattern = shape.patterns.getOrDefault(locale.getLanguage(), shape.usual);
        return DateTimeFormatter.ofPattern(time ? pattern + ", HH:mm" : pattern, locale)
                .format(at);
    }

    /** What a language writes; English is the usual one. */
    private enum Shape {
        DAY("d MMM", "d. MMM", "d MMM", "d MMM"),
        DATE("d MMM yyyy", "d. MMM yyyy", "d MMM yyyy 'г.'", "d MMM yyyy"),
        LONG_DAY("d MMMM", "d. MMMM", "d MMMM", "d MMMM"),
        LONG_DATE("d MMMM yyyy", "d. MMMM yyyy", "d MMMM yyyy 'г.'", "d MMMM yyyy"),
        WEEKDAY("EEE d MMM", "EEE, d. MMM", "EEE, d MMM", "d MMM EEE"),
        WEEKDAY_DATE("EEE d MMM yyyy", "EEE, d. MMM yyyy", "EEE, d MMM yyyy 'г.'", "d MMM yyyy EEE"),
        LONG_WEEKDAY("EEEE d MMMM", "EEEE, d. MMMM", "EEEE, d MMMM", "d MMMM EEEE"),
        FULL_DATE("EEEE d MMMM yyyy", "EEEE, d. MMMM yyyy", "EEEE, d MMMM yyyy 'г.'", "d MMMM yyyy EEEE"),
        TIME("HH:mm", "HH:mm", "HH:mm", "HH:mm"),
        DAY_NAME("ccc", "ccc", "ccc", "ccc"),
        MONTH("LLLL", "LLLL", "LLLL", "LLLL"),
        MONTH_YEAR("LLLL yyyy", "LLLL yyyy", "LLLL yyyy 'г.'", "LLLL yyyy"),
        SHORT_MONTH_YEAR("LLL yyyy", "LLL yyyy", "LLL yyyy 'г.'", "LLL yyyy");

        private final String usual;
        private final Map<String, String> patterns;

        Shape(String usual, String german, String russian, String turkish) {
            this.usual = usual;
            this.patterns = Map.of("de", german, "ru", russian, "tr", turkish);
        }
    }
}
