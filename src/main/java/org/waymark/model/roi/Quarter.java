package org.waymark.model.roi;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Three months of the plan; number 0 is the start, where outlays fall before year 1 begins. */
record Quarter(int no, LocalDate from, LocalDate to) {

    static List<Quarter> of(Baseline plan) {
        return IntStream.rangeClosed(0, 4 * plan.horizonYears())
                .mapToObj(no -> of(plan, no))
                .toList();
    }

    private static Quarter of(Baseline plan, int no) {
        if (no == 0) {
            LocalDate locked = plan.starts().minusMonths(1);
            return new Quarter(0, locked, plan.starts().minusDays(1));
        }
        LocalDate from = plan.starts().plusMonths(3L * (no - 1));
        return new Quarter(no, from, from.plusMonths(3).minusDays(1));
    }

    int year() {
        return (no + 3) / 4;
    }

    boolean begun(LocalDate today) {
        return !today.isBefore(from);
    }

    boolean over(LocalDate today) {
        return today.isAfter(to);
    }
}
