package org.waymark.web;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a task is called in the reader's words; in English as the diagram calls it, behind it the program's code and which one. */
public final class TaskNames {

    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String BEHIND = " · ";

    private TaskNames() {}

    public static String of(String taskKey, String name) {
        Locale locale = LocaleContextHolder.getLocale();
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return name;
        }
        int tail = name.indexOf(BEHIND);
        try {
            String called = ResourceBundle.getBundle("messages/portfolio", locale, NO_OTHER)
                    .getString("portfolio.minutes.task." + taskKey)
                    .replace("''", "'");
            return tail < 0 ? called : called + name.substring(tail);
        } catch (MissingResourceException e) {
            return name;
        }
    }
}
