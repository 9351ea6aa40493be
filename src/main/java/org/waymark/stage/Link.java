package org.waymark.stage;

/** A way from an agreed record to something more of it: what it says, in the reader's language, and where it leads. */
public record Link(String label, String href) {}
