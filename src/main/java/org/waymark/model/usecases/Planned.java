package org.waymark.model.usecases;

import java.time.LocalDate;

/** A use case of the first wave: its first result, the measure that will show it, and whether it is a quick win. */
record Planned(String useCase, LocalDate firstResult, String measure, boolean quickWin) {

    static final int QUICK_WIN_DAYS = 90;

    static boolean quickEnough(LocalDate firstResult, LocalDate today) {
        return !firstResult.isAfter(today.plusDays(QUICK_WIN_DAYS));
    }
}
