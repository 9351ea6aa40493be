package org.waymark.catalogue;

import java.util.List;

/** One side of maturity, with what each of its four levels looks like. */
public record Dimension(String id, String name, List<String> levels, String evidence) {}
