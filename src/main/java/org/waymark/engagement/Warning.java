package org.waymark.engagement;

import java.util.List;

/**
 * A measure that somebody can do something about: the text {@code engagement.warn.<key>} with its arguments, and the
 * people who hold it; without people it is the program manager's.
 */
public record Warning(String measure, String key, List<Object> args, List<String> people) {}
