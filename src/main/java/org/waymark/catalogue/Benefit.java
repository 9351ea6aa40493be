package org.waymark.catalogue;

import java.util.List;

/** A way money comes back: its formula, the figures it needs and what to watch. */
public record Benefit(
        String id,
        String name,
        String lens,
        String formula,
        String expression,
        List<Input> inputs,
        String unit,
        List<String> values,
        String note) {}
