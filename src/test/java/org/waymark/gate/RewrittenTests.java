package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** A frozen record that only writes a figure differently says the same; every other word counts. */
class RewrittenTests {

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-01 | 1 Mar 2027 | true",
                "both ways, connected from 2027-01-06 | both ways, connected from 6 Jan 2027 | true",
                "0.10 | 10\u00a0% | true",
                "0.40 / 0.80 / 1.00 | 40\u00a0% / 80\u00a0% / 100\u00a0% | true",
                "Contingency, 0.10 of the costs above | Contingency, 10\u00a0% of the costs above | true",
                "0 to 1 | % | true",
                "25000 EUR | 25,000 EUR | true",
                "2027-03-01 | 2 Mar 2027 | false",
                "0.10 | 12\u00a0% | false",
                "Agent desk 2.10 | Agent desk 2.1 | false",
                "30 % | 35 % | false",
                "9999-99-99 | 1 Mar 2027 | false"
            })
    void saysTheSame(String then, String now, boolean same) {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(Rewritten.same(then, now)).isEqualTo(same);
    }

    @Test
    void aRowOfAShareIsComparedInPercent() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(Rewritten.inPercent(Map.of("Number", "0.08", "Unit", "0 to 1", "Source", "own log")))
                .isEqualTo(Map.of("Number", "8", "Unit", "%", "Source", "own log"));
        assertThat(Rewritten.inPercent(Map.of("Number", "0.08", "Unit", "hours")))
                .isEqualTo(Map.of("Number", "0.08", "Unit", "hours"));
    }

    @Test
    void inTheLanguageItWasFrozenIn() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(Rewritten.same("0.125", "12,5\u00a0%")).isTrue();
        assertThat(Rewritten.same("25000 EUR", "25.000 EUR")).isTrue();
        LocaleContextHolder.setLocale(Locale.forLanguageTag("tr"));
        assertThat(Rewritten.same("0.85", "%85")).isTrue();
    }
}
