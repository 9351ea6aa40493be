package org.waymark.web;

import java.util.Arrays;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The real texts of some packages, for tests without Spring. */
public final class TextsOf {

    private TextsOf() {}

    public static Texts bundles(String... packages) {
        return new Texts(messages(packages));
    }

    public static ResourceBundleMessageSource messages(String... packages) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                Arrays.stream(packages).map(name -> "messages/" + name).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
