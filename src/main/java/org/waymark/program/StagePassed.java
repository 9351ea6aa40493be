package org.waymark.program;

/** The gate of a stage said go; heard in the transaction that decided it. */
public record StagePassed(String program, String stage, int round) {}
