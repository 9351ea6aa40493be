package org.waymark.model.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Input;
import org.waymark.web.Figures;
import org.waymark.web.Texts;

/** Says figures in the reader's language; each figure is rounded on its own, here and nowhere before. */
@Component
class RoiWords {

    private final Texts texts;

    RoiWords(Texts texts) {
        this.texts = texts;
    }

    String text(String key, Object... args) {
        return texts.of(key, args);
    }

    /** To the unit, with the currency: € 402,001. */
    String money(@Nullable BigDecimal amount, String currency) {
        if (amount == null) {
            return texts.of("roi.unknown");
        }
        BigDecimal rounded = amount.setScale(0, RoundingMode.HALF_UP);
        String sign = rounded.signum() < 0 ? "−" : "";
        Figures figures = Figures.here();
        return sign + figures.money(figures.number(rounded.abs(), 0), currency, "\u00a0");
    }

    /** How far something is off, with its sign: + € 1,200. */
    String signed(BigDecimal amount, String currency) {
        BigDecimal rounded = amount.setScale(0, RoundingMode.HALF_UP);
        return rounded.signum() > 0 ? "+" + money(rounded, currency) : money(rounded, currency);
    }

    String percent(Optional<BigDecimal> percent) {
        return percent.map(this::percent).orElseGet(() -> texts.of("roi.unknown"));
    }

    String percent(BigDecimal percent) {
        return Figures.here().percent(oneDecimal(percent), "\u00a0");
    }

    /** Without decimals: 83 %. */
    String whole(BigDecimal percent) {
        Figures figures = Figures.here();
        return figures.percent(figures.number(percent, 0), "\u00a0");
    }

    /** A share as people say it: 0.10 is 10 %. */
    String share(BigDecimal share) {
        return Figures.here().exactShare(share);
    }

    /** What a scenario multiplies by: 0.80. */
    String factor(BigDecimal factor) {
        return Figures.here().between(factor, 2, 4);
    }

    /** A figure behind a line in the unit it is said in: a share in percent, everything else as it is kept. */
    static BigDecimal figure(Input input, BigDecimal amount) {
        return input.ofOne() ? RoiCases.plain(amount.movePointRight(2)) : amount;
    }

    String months(Optional<BigDecimal> months) {
        return months.map(m -> texts.of("roi.months", oneDecimal(m))).orElseGet(() -> texts.of("roi.notWithinHorizon"));
    }

    String number(BigDecimal number) {
        return Figures.here().number(number, 8);
    }

    private String oneDecimal(BigDecimal number) {
        return Figures.here().fixed(number, 1).replace('-', '−');
    }

    String symbol(String currency) {
        return Figures.here().symbol(currency);
    }

    /** What stands behind a figure: what it rests on, and where it comes from. */
    String source(@Nullable Basis basis, @Nullable String evidence) {
        String rests = basis == null ? "" : texts.of("roi.basis." + basis);
        String said = evidence == null ? "" : evidence.strip();
        return rests.isEmpty() || said.isEmpty() ? rests + said : rests + ": " + said;
    }

    /** A unit in words; a bare count is a number. */
    String unit(String unit, String currency) {
        String said = texts.of("roi.unit." + unit, symbol(currency));
        return said.isBlank() ? texts.of("roi.sheet.number") : said;
    }

    /** The finding in one sentence; a case that does not pay says so first. */
    String headline(PricedCase priced, String currency) {
        BusinessCase sums = priced.sums();
        if (sums.lines().isEmpty()) {
            return texts.of("roi.headline.empty");
        }
        Appraisal all = sums.all();
        Appraisal cash = sums.cash();
        String years = texts.of("roi.years", sums.assumptions().horizonYears());
        String npv = money(all.npv(), currency);
        String cashNpv = money(cash.npv(), currency);
        if (all.presentCosts().signum() == 0) {
            return texts.of("roi.headline.noCosts", years, npv);
        }
        if (all.npv().signum() < 0) {
            return texts.of("roi.headline.no", years, money(all.npv().abs(), currency), paysBack(all));
        }
        if (cash.npv().signum() < 0) {
            return texts.of("roi.headline.riskOnly", years, npv, cashNpv);
        }
        return texts.of("roi.headline.yes", years, npv, percent(all.roiPercent()), paysBack(all), cashNpv);
    }

    private String paysBack(Appraisal appraisal) {
        return appraisal
                .paybackMonths()
                .map(months -> texts.of("roi.paysBack", oneDecimal(months)))
                .orElseGet(() -> texts.of("roi.neverPaysBack"));
    }
}
