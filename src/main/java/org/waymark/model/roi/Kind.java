package org.waymark.model.roi;

/** Money that comes in, a loss that may not happen, or money that goes out: three things that are never mixed unseen. */
enum Kind {
    CASH,
    RISK,
    COST
}
