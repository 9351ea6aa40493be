package org.waymark.portfolio;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stage of a program's line, as the board's row writes it. */
record StageMark(
        String stage,
        String state,
        int round,
        int percentDone,
        int conditions,
        @Nullable LocalDate planned,
        @Nullable LocalDate firstPlanned) {

    /** The seven stages of a row, in their order. */
    static List<StageMark> line(String marks) {
        return Arrays.stream(marks.split(";"))
                .map(one -> one.split("\\|", -1))
                .map(one -> new StageMark(
                        one[0],
                        one[1],
                        Integer.parseInt(one[2]),
                        Integer.parseInt(one[3]),
                        Integer.parseInt(one[4]),
                        day(one[5]),
                        day(one[6])))
                .toList();
    }

    /** A day as the row writes it, 2026-11-23; a board reads hundreds, and the general reader takes ten times as long. */
    private static @Nullable LocalDate day(String text) {
        return text.isEmpty()
                ? null
                : LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10));
    }
}
