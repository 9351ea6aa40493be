package org.waymark.gate;

/** Where a program goes after a review; the names are the gateway's. */
public enum Outcome {
    PASS,
    RECYCLE,
    KILL,
    HOLD,
    MORE_INFORMATION
}
