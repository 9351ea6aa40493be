package org.waymark.catalogue;

/** One statement about how we run things, with the function that leads it. */
public record ChecklistItem(
        String id, String c, String verb, String statement, String capability, String lead, int from) {}
