package org.waymark.process;

/** What somebody was to be told is no longer so: whoever has not been written to about this slot yet is not. */
public record NoticeOver(String slot, String person) {}
