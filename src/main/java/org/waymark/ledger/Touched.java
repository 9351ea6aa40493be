package org.waymark.ledger;

/**
 * Something of this program changes in the running transaction: a line of its record, somebody's task. Whoever keeps a
 * summary of the program hears of it at once and brings the summary up to date before the commit.
 */
public record Touched(String program) {}
