package org.waymark.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds for whatever words somebody types: plain text, something in it, and no more than there is room for. */
public final class Typed {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\n\t]]");

    private Typed() {}

    /** Line ends as one sign whatever the browser sends, nothing a database or a terminal chokes on. */
    public static String plain(@Nullable String typed) {
        String text = typed == null ? "" : typed.replace("\r\n", "\n");
        return UNFIT.matcher(text).replaceAll("").strip();
    }

    /** Whether a reader would see nothing of it. */
    public static boolean saysNothing(@Nullable String typed) {
        return plain(typed).codePoints().allMatch(Typed::showsNothing);
    }

    /** The words as plain text; refuses none at all with one sentence, and too many with the other. */
    public static String words(@Nullable String typed, int longest, String none, String tooLong, String field) {
        String words = plain(typed);
        if (saysNothing(words)) {
            throw Refusal.invalid(none).at(field);
        }
        fits(words, longest, tooLong, field);
        return words;
    }

    /** Refuses what is longer than there is room for, or holds a sign that no database keeps. */
    public static void fits(@Nullable String text, int longest, String tooLong, String field) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            throw Refusal.bad(tooLong, longest, text.length()).at(field);
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.bad("web.unreadable").at(field);
        }
    }

    private static boolean showsNothing(int sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT;
    }
}
