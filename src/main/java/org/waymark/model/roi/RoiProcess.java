package org.waymark.model.roi;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;

/** What the diagram of this stage asks: who estimates, and that the estimates are closed. */
@Component
public class RoiProcess {

    private final RoiBook book;
    private final RoiRounds rounds;

    RoiProcess(RoiBook book, RoiRounds rounds) {
        this.book = book;
        this.rounds = rounds;
    }

    /** The owners of the chosen lines, each once. */
    public List<String> estimators(String program) {
        List<String> owners = book.benefits(program).stream()
                .map(RoiCases.Kept::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (owners.isEmpty()) {
            throw Refusal.invalid("roi.missing.benefits");
        }
        return owners;
    }

    /** What has not been estimated by now stays on record as not answered. */
    public void closeEstimates(String program) {
        rounds.estimatesClosed(program, book.round(program));
    }
}
