package org.waymark.process;

/** Somebody is to be told something once: the slot makes sure the same notice never goes out twice. */
public record NoticeDue(String program, String stage, String taskKey, String person, String slot, String kind) {}
