package org.waymark.process;

/** One thing still to do in a draft: the field's path and the text that says what. */
public record Missing(String field, String key, Object... args) {}
