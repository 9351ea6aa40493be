package org.waymark.catalogue;

import java.util.List;

/** What a program may want to achieve, with the measure that shows it. */
public record Value(
        String id,
        String name,
        String sentence,
        String theme,
        String lens,
        String measure,
        String unit,
        String better,
        List<String> functions,
        List<String> promises) {}
