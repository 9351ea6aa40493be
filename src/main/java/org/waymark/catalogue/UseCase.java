package org.waymark.catalogue;

import java.util.List;

/** A concrete thing two teams can agree to bring to life. */
public record UseCase(
        String id,
        String name,
        String sentence,
        List<String> functions,
        List<String> capabilities,
        String c,
        int from,
        String effort,
        List<String> values) {}
