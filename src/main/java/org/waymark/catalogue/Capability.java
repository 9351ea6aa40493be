package org.waymark.catalogue;

import java.util.List;

/** Something the company must be able to do: people, process or technology. */
public record Capability(
        String id,
        String name,
        String sentence,
        String type,
        String motion,
        List<String> serves,
        String moves,
        String mark) {}
