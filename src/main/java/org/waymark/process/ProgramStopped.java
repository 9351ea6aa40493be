package org.waymark.process;

/** A program is over before its end; told within the transaction that stops it. */
public record ProgramStopped(String program) {}
