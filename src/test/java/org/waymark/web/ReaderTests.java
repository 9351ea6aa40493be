package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class ReaderTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    private static final LocalDateTime MOMENT = DAY.atTime(9, 5);

    @AfterEach
    void everybodyElse() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everybodyReadsDatesAsAtHome() {
        assertThat(dates("en"))
                .containsExactly(
                        "12 Mar", "12 Mar 2026", "12 March 2026", "Thu 12 Mar", "Thursday 12 March", "March 2026");
        assertThat(dates("de"))
                .containsExactly(
                        "12. März",
                        "12. März 2026",
                        "12. März 2026",
                        "Do., 12. März",
                        "Donnerstag, 12. März",
                        "März 2026");
        assertThat(dates("ru"))
                .containsExactly(
                        "12 мар.",
                        "12 мар. 2026 г.",
                        "12 марта 2026 г.",
                        "чт, 12 мар.",
                        "четверг, 12 марта",
                        "март 2026 г.");
        assertThat(dates("tr"))
                .containsExactly(
                        "12 Mar", "12 Mar 2026", "12 Mart 2026", "12 Mar Per", "12 Mart Perşembe", "Mart 2026");
        assertThat(new Dates(Locale.GERMAN).dateTime(MOMENT)).isEqualTo("12. März 2026, 09:05");
        assertThat(new Dates(Locale.ENGLISH).weekdayTime(MOMENT)).isEqualTo("Thu 12 Mar, 09:05");
        assertThat(new Dates(Locale.ENGLISH).date(null)).isEmpty();
    }

    @Test
    void everybodyReadsFiguresAsAtHome() {
        assertThat(figures("en")).containsExactly("1,204.5", "1,204.50", "45%", "12.5 %", "€ 1,205", "1.23 M", "64 k");
        assertThat(figures("de"))
                .containsExactly("1.204,5", "1.204,50", "45\u00a0%", "12.5 %", "1.205 €", "1,23\u00a0Mio.", "64.000");
        assertThat(figures("ru"))
                .containsExactly(
                        "1\u00a0204,5",
                        "1\u00a0204,50",
                        "45\u00a0%",
                        "12.5 %",
                        "1\u00a0205 €",
                        "1,23\u00a0млн",
                        "64\u00a0тыс.");
        assertThat(figures("tr"))
                .containsExactly("1.204,5", "1.204,50", "%45", "%12.5", "€ 1.205", "1,23\u00a0Mn", "64\u00a0B");
        assertThat(new Figures(Locale.ENGLISH).symbol("hours")).isEqualTo("hours");
    }

    @Test
    void namesStandWhereTheReaderLooksForThem() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(sorted("Zoe", "Özlem", "olga", "Peter")).containsExactly("olga", "Özlem", "Peter", "Zoe");
        LocaleContextHolder.setLocale(Locale.forLanguageTag("tr"));
        assertThat(sorted("İnci", "Irmak", "Çiğdem", "Deniz", "Can"))
                .containsExactly("Can", "Çiğdem", "Deniz", "Irmak", "İnci");
        assertThat(Stream.of("en", "de", "ru", "tr").map(Languages::nameOf))
                .containsExactly("English", "Deutsch", "Русский", "Türkçe");
    }

    @Test
    void aTaskIsCalledInTheReadersWords() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(TaskNames.of("weighValues", "Weigh the values · LANTERN")).isEqualTo("Weigh the values · LANTERN");
        for (String language : List.of("de", "ru", "tr")) {
            LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
            assertThat(TaskNames.of("weighValues", "Weigh the values · LANTERN"))
                    .endsWith(" · LANTERN")
                    .doesNotContain("Weigh");
            assertThat(TaskNames.of("reportBenefit", "Report what came · ALDER · Tool consolidation"))
                    .endsWith(" · ALDER · Tool consolidation")
                    .doesNotContain("Report");
            assertThat(TaskNames.of("nobodyKnows", "Do it")).isEqualTo("Do it");
        }
    }

    @Test
    void aTasksNameHasThreePartsAndEachPageShowsWhatItNeeds() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        String plain = TaskNames.made("Weigh the values", "LANTERN", "");
        String told = TaskNames.made("Report what came", "ALDER", "x".repeat(100));
        assertThat(plain).isEqualTo("Weigh the values · LANTERN");
        assertThat(told).isEqualTo("Report what came · ALDER · " + "x".repeat(79) + "…");
        assertThat(TaskNames.within("LANTERN", "weighValues", plain)).isEqualTo("Weigh the values");
        assertThat(TaskNames.within("ALDER", "reportBenefit", "Report what came · ALDER · Fewer calls"))
                .isEqualTo("Report what came · Fewer calls");
        assertThat(TaskNames.kind("reportBenefit", told)).isEqualTo("Report what came");
    }

    private static List<String> sorted(String... names) {
        return Stream.of(names).sorted(Languages.order()).toList();
    }

    private static List<String> dates(String language) {
        Dates dates = new Dates(Locale.forLanguageTag(language));
        return List.of(
                dates.day(DAY),
                dates.date(DAY),
                dates.longDate(DAY),
                dates.weekday(DAY),
                dates.longWeekday(DAY),
                dates.monthYear(DAY));
    }

    private static List<String> figures(String language) {
        Figures figures = new Figures(Locale.forLanguageTag(language));
        BigDecimal number = new BigDecimal("1204.5");
        return List.of(
                figures.number(number, 2),
                figures.fixed(number, 2),
                figures.share(new BigDecimal("0.452")),
                figures.percent("12.5", " "),
                figures.money(figures.number(number, 0), "EUR", " "),
                figures.millions(new BigDecimal("1230000"), 2),
                figures.thousands(new BigDecimal("64000"), 0));
    }
}
