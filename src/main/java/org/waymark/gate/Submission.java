package org.waymark.gate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.promise.Inputs;

/** What the submitter hands in: which open findings the sponsor is asked to let pass, and why. */
record Submission(List<Waiver> waivers, List<Waiver> without) {

    Submission {
        waivers = waivers == null ? List.of() : List.copyOf(waivers);
        without = without == null ? List.of() : List.copyOf(without);
    }

    /** With waivers of findings only. */
    Submission(List<Waiver> waivers) {
        this(waivers, List.of());
    }

    /** What is to be let pass, or decided without evidence, and why. */
    record Waiver(@Nullable String criterion, @Nullable String reason) {

        /** With this reason where none was given yet. */
        Waiver or(@Nullable String usual) {
            return Inputs.said(reason) ? this : new Waiver(criterion, usual);
        }
    }

    /** The reason given for one criterion, if there is one. */
    Optional<String> reasonFor(String criterion) {
        return reason(waivers, criterion);
    }

    /** Why one criterion is to be decided without evidence, if somebody asks for that. */
    Optional<String> withoutFor(String criterion) {
        return reason(without, criterion);
    }

    private static Optional<String> reason(List<Waiver> all, String criterion) {
        return all.stream()
                .filter(waiver -> criterion.equals(waiver.criterion()) && Inputs.said(waiver.reason()))
                .map(waiver -> waiver.reason() == null ? "" : waiver.reason().strip())
                .findFirst();
    }
}
