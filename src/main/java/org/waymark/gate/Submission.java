package org.waymark.gate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the submitter hands in: which open findings the sponsor is asked to let pass, and why. */
record Submission(List<Waiver> waivers) {

    Submission {
        waivers = waivers == null ? List.of() : List.copyOf(waivers);
    }

    record Waiver(@Nullable String criterion, @Nullable String reason) {}

    /** The reason given for one criterion, if there is one. */
    Optional<String> reasonFor(String criterion) {
        return waivers.stream()
                .filter(waiver -> criterion.equals(waiver.criterion()) && Verdict.said(waiver.reason()))
                .map(waiver -> waiver.reason() == null ? "" : waiver.reason().strip())
                .findFirst();
    }
}
