package org.waymark.model.roi;

/** What the finance partner says about a line. */
enum Verdict {
    ACCEPT,
    ADJUST,
    REFUSE
}
