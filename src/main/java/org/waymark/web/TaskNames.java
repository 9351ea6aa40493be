package org.waymark.web;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What tasks are called: as the diagram calls them, behind it the program's code and, where several of a kind may wait
 * in one program, which one it is. Readers of other languages hear the first part in theirs.
 */
public final class TaskNames {

    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String BEHIND = " · ";
    private static final int LONGEST_WHICH = 80;

    private TaskNames() {}

    /** The name of a new task; what tells it apart is cut where a list of tasks would not show more. */
    public static String made(String drawn, String program, String which) {
        String told = which.length() <= LONGEST_WHICH
                ? which
                : which.substring(0, LONGEST_WHICH - 1).strip() + "…";
        return drawn + BEHIND + program + (told.isBlank() ? "" : BEHIND + told);
    }

    /** The whole name in the reader's words. */
    public static String of(String taskKey, String name) {
        int tail = name.indexOf(BEHIND);
        return kind(taskKey, name) + (tail < 0 ? "" : name.substring(tail));
    }

    /** The same where everything is about one program. */
    public static String within(String program, String taskKey, String name) {
        return of(taskKey, name).replace(BEHIND + program, "");
    }

    /** What all tasks of its kind are called. */
    public static String kind(String taskKey, String name) {
        int tail = name.indexOf(BEHIND);
        String drawn = tail < 0 ? name : name.substring(0, tail);
        Locale locale = LocaleContextHolder.getLocale();
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return drawn;
        }
        try {
            return ResourceBundle.getBundle("messages/portfolio", locale, NO_OTHER)
                    .getString("portfolio.minutes.task." + taskKey)
                    .replace("''", "'");
        } catch (MissingResourceException e) {
            return drawn;
        }
    }
}
