package org.waymark.catalogue;

import java.util.List;

/** A part of the reference architecture and what we would usually do with it. */
public record Component(
        String id,
        String name,
        String role,
        String layer,
        List<String> defaults,
        String pattern,
        List<String> capabilities) {}
