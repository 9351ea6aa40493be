package org.waymark.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The bundles of all packages, each sentence looked for once: a board says a thousand short sentences, and every one
 * would be asked of some thirty bundles in turn.
 */
class Bundles extends ResourceBundleMessageSource {

    private final Map<Locale, Map<String, MessageFormat>> found = new ConcurrentHashMap<>();

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        Map<String, MessageFormat> ofLanguage = found.computeIfAbsent(locale, one -> new ConcurrentHashMap<>());
        MessageFormat known = ofLanguage.get(code);
        if (known != null) {
            return known;
        }
        MessageFormat sought = super.resolveCode(code, locale);
        if (sought != null) {
            ofLanguage.put(code, sought);
        }
        return sought;
    }
}
