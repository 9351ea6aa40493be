package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** A piece of a page is drawn once for as long as it says the same, and never shown to a reader of another language. */
class PiecesTests {

    private static final String PAGE =
            "<p th:fragment=\"one\" th:text=\"|${word} ${#locale.language}|\"></p><b th:fragment=\"two\" th:text=\"${word}\"></b>";

    private final List<String> drawn = new ArrayList<>();
    private final Pieces pieces = pieces();

    @AfterEach
    void nobodysLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isDrawnOnceAsLongAsItSaysTheSame() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(piece("one", "late")).isEqualTo("<p>late en</p>").isSameAs(piece("one", "late"));
        assertThat(drawn).containsExactly("late");
        assertThat(piece("one", "on time")).isEqualTo("<p>on time en</p>");
        assertThat(piece("two", "late")).isEqualTo("<b>late</b>");
        assertThat(drawn).containsExactly("late", "on time", "late");
    }

    @Test
    void isDrawnAnewInAnotherLanguage() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(piece("one", "late")).isEqualTo("<p>late en</p>");
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(piece("one", "late")).isEqualTo("<p>late de</p>");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(piece("one", "late")).isEqualTo("<p>late en</p>");
        assertThat(drawn).hasSize(2);
    }

    @Test
    void keepsOnlySoMany() {
        for (int i = 0; i <= Pieces.KEPT; i++) {
            piece("two", "word " + i);
        }
        assertThat(drawn).hasSize(Pieces.KEPT + 1);
        piece("two", "word 0");
        assertThat(drawn).hasSize(Pieces.KEPT + 2);
        piece("two", "word " + Pieces.KEPT);
        assertThat(drawn).hasSize(Pieces.KEPT + 2);
    }

    private String piece(String fragment, String says) {
        return pieces.of(PAGE, fragment, says, word -> {
            drawn.add(word);
            return Map.of("word", word);
        });
    }

    private static Pieces pieces() {
        StringTemplateResolver words = new StringTemplateResolver();
        words.setTemplateMode(TemplateMode.HTML);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(words);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("templates", engine);
        return new Pieces(beans.getBeanProvider(ITemplateEngine.class));
    }
}
