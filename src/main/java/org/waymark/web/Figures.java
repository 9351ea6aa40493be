package org.waymark.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Writes numbers, shares and amounts as the reader's language does; nothing else in Waymark writes a figure for people.
 * Halves are rounded up, away from zero. Templates call it {@code #figures}.
 */
public final class Figures {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Locale locale;

    Figures(Locale locale) {
        this.locale = locale;
    }

    /** In the language this thread speaks: the reader's. */
    public static Figures here() {
        return new Figures(LocaleContextHolder.getLocale());
    }

    /** With at most so many decimal places: 1,204.5. */
    public String number(Number number, int most) {
        return format(0, most).format(number);
    }

    /** With exactly so many decimal places: 1,204.50. */
    public String fixed(Number number, int decimals) {
        return format(decimals, decimals).format(number);
    }

    /** With at least and at most so many decimal places: 0.80 and 0.8125. */
    public String between(Number number, int least, int most) {
        return format(least, most).format(number);
    }

    /** As many decimal places as the number has. */
    public String plain(BigDecimal number) {
        return number(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    /** A share of one as a whole percentage: 0.452 is 45%. */
    public String share(BigDecimal ratio) {
        return NumberFormat.getPercentInstance(locale).format(ratio);
    }

    /** A figure that is a percentage already: 12.5 %. */
    public String percent(String figure, String gap) {
        return locale.getLanguage().equals("tr") ? "%" + figure : figure + gap + "%";
    }

    /** A share of one as an exact percentage, with as many decimal places as it has: 0.125 is 12.5 %. */
    public String exactShare(BigDecimal ratio) {
        return percent(plain(ratio.movePointRight(2)), "\u00a0");
    }

    /** What a field that takes percent shows of a share: 0.125 is 12.5, without grouping, as browsers want it. */
    public static String inPercent(@Nullable BigDecimal ratio) {
        if (ratio == null) {
            return "";
        }
        BigDecimal percent = ratio.movePointRight(2);
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }

    /** What was typed as percent, as the share it means: 12.5 and 12.5 % are 0.125; what is no number stays as typed. */
    public static String ofPercent(String typed) {
        String bare = typed.strip();
        String digits =
                bare.endsWith("%") ? bare.substring(0, bare.length() - 1).strip() : bare;
        return digits.matches("[+-]?\\d{1,20}([.]\\d{1,20})?")
                ? new BigDecimal(digits).movePointLeft(2).toPlainString()
                : typed;
    }

    /** Where the currency stands: € 1,200, and 1.200 € in German and Russian. */
    public String money(String figure, String currency, String gap) {
        boolean after =
                locale.getLanguage().equals("de") || locale.getLanguage().equals("ru");
        return after ? figure + gap + symbol(currency) : symbol(currency) + gap + figure;
    }

    /** The sign of a currency; of one nobody knows, its code. */
    public String symbol(String currency) {
        try {
            // in some languages the euro is written out, in none is its sign unknown
            return currency.equals("EUR") ? "€" : Currency.getInstance(currency).getSymbol(locale);
        } catch (IllegalArgumentException unknown) {
            return currency;
        }
    }

    /** So many millions, where many figures stand together: 1.20 M; other languages have their own short words. */
    public String millions(BigDecimal number, int decimals) {
        return english() ? fixed(number.movePointLeft(6), decimals) + " M" : compact(number, decimals);
    }

    /** So many thousands: 64 k. */
    public String thousands(BigDecimal number, int decimals) {
        return english() ? number(number.movePointLeft(3), decimals) + " k" : compact(number, decimals);
    }

    private boolean english() {
        return locale.getLanguage().equals("en");
    }

    private String compact(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        // a language that says thousands needs no places after them: 29 тыс., not 29,29 тыс.
        format.setMaximumFractionDigits(number.abs().compareTo(MILLION) < 0 ? 0 : decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        // decimals of a BigDecimal are lost here, those of a double are not
        return format.format(number.doubleValue());
    }

    private NumberFormat format(int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
