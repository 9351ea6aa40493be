package org.waymark.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a language is called by those who speak it, and the order it gives to names. */
public final class Languages {

    Languages() {}

    /** English, Deutsch, Русский, Türkçe: each in its own words. */
    public static String nameOf(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayLanguage(locale);
        return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** For the templates, which call no static methods. */
    public String name(String language) {
        return nameOf(language);
    }

    /** Names in the order the reader looks for them: ä beside a, ı before i, whatever is written large or small. */
    public static Comparator<String> order() {
        Collator collator = Collator.getInstance(LocaleContextHolder.getLocale());
        collator.setStrength(Collator.SECONDARY);
        return collator::compare;
    }
}
