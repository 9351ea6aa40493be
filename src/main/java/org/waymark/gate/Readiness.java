package org.waymark.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.Program;

/** How ready a stage is for its gate while it is worked on: a figure, what is missing, and who can supply it. */
@Service
public class Readiness {

    private final ReviewPage reviews;

    Readiness(ReviewPage reviews) {
        this.reviews = reviews;
    }

    /** The weight of what is met in the weight of all, in per cent, and what is open. */
    public record Meter(int percent, List<Open> open) {}

    /** Something open: how it binds, what it would take and who can supply it. */
    public record Open(
            String text,
            Binding kind,
            @Nullable String takes,
            @Nullable String who) {}

    @Transactional(readOnly = true)
    public Meter of(Program program) {
        List<FindingRow> rows = reviews.rows(program, program.stage());
        int all = rows.stream().mapToInt(row -> row.finding().weight()).sum();
        int met = rows.stream()
                .filter(row -> row.finding().met())
                .mapToInt(row -> row.finding().weight())
                .sum();
        return new Meter(
                all == 0 ? 100 : met * 100 / all,
                rows.stream()
                        .filter(row -> !row.finding().met())
                        .map(row -> new Open(row.finding().text(), row.finding().kind(), row.takes(), row.who()))
                        .toList());
    }
}
