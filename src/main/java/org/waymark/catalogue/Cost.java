package org.waymark.catalogue;

import java.util.List;

/** A way money goes out: its formula and the figures it needs. */
public record Cost(
        String id, String name, String formula, String expression, List<Input> inputs, String unit, String kind) {}
