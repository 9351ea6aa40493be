package org.waymark.program;

/** What a passed gate rested on no longer holds, so it is to be decided once more; heard in the same transaction. */
public record GateDoubted(String program, String stage, String reason, String by) {}
