package org.waymark.process;

import java.util.Map;

/** How a task looks: its template, what the template needs, and the text of the button that names the act. */
public record View(String template, Map<String, Object> model, String button, Object... buttonArgs) {}
