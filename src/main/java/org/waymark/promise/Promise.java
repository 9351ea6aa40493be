package org.waymark.promise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A condition as written into a decision; an untouched row counts as not there. */
public record Promise(
        @Nullable String text,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String criterion,
        @Nullable String proof) {

    public boolean written() {
        return Inputs.said(text) || Inputs.said(owner) || due != null || Inputs.said(criterion) || Inputs.said(proof);
    }
}
