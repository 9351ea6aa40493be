package org.waymark.stage;

/** One task a stage puts before people: who plays the part (or STAKEHOLDER, OWNER) and how many minutes it takes. */
public record Ask(String task, String part, int minutes) {}
