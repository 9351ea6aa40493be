package org.waymark.company;

import org.jspecify.annotations.Nullable;

/** A truth as another program meets it: taken over as it is, or asked again for a reason. */
public record Standing(Truth truth, @Nullable Why why) {

    /** Why something known is asked again. */
    public enum Why {
        /** Another program that has not passed its gate says otherwise. */
        DISPUTED,
        /** Nobody has confirmed it for longer than the company wants to rely on it. */
        OLD,
        /** This program is about to change it. */
        TOUCHED
    }

    public boolean settled() {
        return why == null;
    }
}
