package org.waymark.comment;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Refusal;

/**
 * What a comment is about, by a key that stays the same: {@code program}, {@code stage:values}, {@code gate:values},
 * {@code task:values/weighValues}, {@code figure:roi/BEN-01} or {@code measure:alignment}. A task is meant for everybody
 * who is asked, never one person's answer.
 */
public record About(Kind kind, String stage, @Nullable String part) {

    private static final Pattern KEY = Pattern.compile(
            "(stage|gate|task|figure|measure):([a-z][a-z-]{0,39})(?:/([A-Za-z0-9][A-Za-z0-9._:-]{0,99}))?");
    private static final About PROGRAM = new About(Kind.PROGRAM, "", null);

    /** What can be spoken about. */
    public enum Kind {
        PROGRAM,
        STAGE,
        GATE,
        TASK,
        FIGURE,
        MEASURE
    }

    static About of(@Nullable String key) {
        if ("program".equals(key)) {
            return PROGRAM;
        }
        Matcher matcher = KEY.matcher(key == null ? "" : key);
        if (!matcher.matches()) {
            throw Refusal.bad("comment.about").at("about");
        }
        Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        boolean parted = kind == Kind.TASK || kind == Kind.FIGURE;
        if (parted != (matcher.group(3) != null)) {
            throw Refusal.bad("comment.about").at("about");
        }
        return new About(kind, matcher.group(2), matcher.group(3));
    }

    static About gate(String stage) {
        return new About(Kind.GATE, stage, null);
    }

    static About task(String stage, String taskKey) {
        return new About(Kind.TASK, stage, taskKey);
    }

    static About figure(String stage, String element) {
        return new About(Kind.FIGURE, stage, element);
    }

    /** The key that names it in addresses, forms and the API. */
    public String key() {
        if (kind == Kind.PROGRAM) {
            return "program";
        }
        String head = kind.name().toLowerCase(Locale.ROOT) + ":" + stage;
        return part == null ? head : head + "/" + part;
    }
}
