package org.waymark.model.values;

import org.jspecify.annotations.Nullable;

/** A leader's answer: the figure on their scorecard that is about customers, how it is measured and reported; or none. */
record Scorecard(
        @Nullable String figure,
        @Nullable String measured,
        @Nullable String reported,
        @Nullable Boolean none) {

    static final Scorecard BLANK = new Scorecard(null, null, null, null);

    Scorecard {
        figure = AgreeDraft.text(figure);
        measured = AgreeDraft.text(measured);
        reported = AgreeDraft.text(reported);
        none = Boolean.TRUE.equals(none) ? true : null;
    }

    /** Whether anything was said: a figure, or that there is none. */
    boolean answered() {
        return figure != null || none != null;
    }
}
