package org.waymark.gate;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.waymark.web.Dates;
import org.waymark.web.Figures;

/**
 * Tells words that only write a day, a share or a number differently from words that say something else: a record frozen
 * as 2027-03-01, 0.10 and 25000 says what today's 1 Mar 2027, 10 % and 25,000 say.
 */
final class Rewritten {

    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern PERCENT =
            Pattern.compile("%[ \u00a0]?(\\d+(?:[.,]\\d+)?)|(\\d+(?:[.,]\\d+)?)[ \u00a0]?%");
    private static final Pattern GROUPS =
            Pattern.compile("(?<![\\d.,])[1-9]\\d{0,2}(?:[,.\u00a0\u202f]\\d{3})+(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+[.,]\\d+");
    private static final Pattern SHARE = Pattern.compile("[01](?:[.,]\\d+)?");
    private static final Set<String> UNIT_OF_SHARES = Set.of("0 to 1", "0 bis 1", "от 0 до 1", "0 ile 1 arası");

    private Rewritten() {}

    /** Whether both say the same, each in the way its day wrote it. */
    static boolean same(String then, String now) {
        if (then.equals(now)) {
            return true;
        }
        String was = plain(then);
        String is = plain(now);
        // a share of one became a percentage; where both are written alike, 2.10 and 2.1 may be two versions of a
        // product
        return was.equals(is)
                || is.contains("%")
                        && !was.contains("%")
                        && (UNIT_OF_SHARES.contains(then)
                                ? now.equals("%")
                                : ofOne(was).equals(ofOne(is)));
    }

    /** A row frozen with a share of one, as it is said today: its unit is % and its number a hundred times as large. */
    static Map<String, String> inPercent(Map<String, String> cells) {
        if (cells.values().stream().noneMatch(UNIT_OF_SHARES::contains)) {
            return cells;
        }
        Map<String, String> percent = new LinkedHashMap<>(cells);
        percent.replaceAll((column, cell) -> {
            if (UNIT_OF_SHARES.contains(cell)) {
                return "%";
            }
            return SHARE.matcher(cell).matches()
                    ? Figures.here().plain(new BigDecimal(cell.replace(',', '.')).movePointRight(2))
                    : cell;
        });
        return percent;
    }

    private static String plain(String said) {
        String days = DAY.matcher(said).replaceAll(Rewritten::day);
        return GROUPS.matcher(days).replaceAll(found -> found.group().replaceAll("\\D", ""));
    }

    private static String ofOne(String said) {
        String shares = PERCENT.matcher(said)
                .replaceAll(found -> number(found).movePointLeft(2).toPlainString());
        return NUMBER.matcher(shares)
                .replaceAll(found -> bare(new BigDecimal(found.group().replace(',', '.'))));
    }

    private static BigDecimal number(MatchResult found) {
        String digits = found.group(1) == null ? found.group(2) : found.group(1);
        return new BigDecimal(digits.replace(',', '.'));
    }

    private static String bare(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String day(MatchResult found) {
        try {
            return Dates.here().date(LocalDate.parse(found.group()));
        } catch (DateTimeException noDay) {
            return found.group();
        }
    }
}
