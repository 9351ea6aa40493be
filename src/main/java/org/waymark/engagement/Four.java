package org.waymark.engagement;

import java.util.List;
import java.util.stream.Stream;

/** The four DCFTS questions as four figures that are never merged (dcfts.md 4.2), each with its own warnings. */
public record Four(Alignment alignment, Engagement engagement, Progress progress, Momentum momentum) {

    /** Everything worth a warning, in the order of the questions; somebody can act on each. */
    public List<Warning> warnings() {
        return Stream.of(alignment.warnings(), engagement.warnings(), progress.warnings(), momentum.warnings())
                .flatMap(List::stream)
                .toList();
    }
}
