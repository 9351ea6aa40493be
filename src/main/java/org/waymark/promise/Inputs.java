package org.waymark.promise;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.process.Missing;
import org.waymark.web.Typed;

/** What holds for whatever is typed into a form about a gate: whether it says something, how long, until when. */
public final class Inputs {

    /** No hold and no condition reaches further. */
    public static final int LONGEST_WAIT_DAYS = 400;

    private Inputs() {}

    public static boolean said(@Nullable String text) {
        return !Typed.saysNothing(text);
    }

    /** Refuses what is longer than there is room for, and what cannot be kept. */
    public static void text(@Nullable String text, int longest, String field) {
        Typed.fits(text, longest, "gate.text.long", field);
    }

    /** A date that has to be given, from the earliest day on and not out of all reach. */
    public static void date(
            @Nullable LocalDate date, LocalDate earliest, String at, String key, List<Missing> missing) {
        if (date == null) {
            missing.add(new Missing(at, key));
        } else if (date.isBefore(earliest)) {
            missing.add(new Missing(at, "gate.date.past"));
        } else if (date.isAfter(earliest.plusDays(LONGEST_WAIT_DAYS))) {
            missing.add(new Missing(at, "gate.date.far", LONGEST_WAIT_DAYS));
        }
    }
}
