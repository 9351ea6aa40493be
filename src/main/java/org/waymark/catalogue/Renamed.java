package org.waymark.catalogue;

/** Words of the catalogue that were put differently: what they said, and what they say now. */
public record Renamed(String was, String now) {}
