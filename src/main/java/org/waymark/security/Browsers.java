package org.waymark.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in the two words people know it by. */
final class Browsers {
    // the first that fits counts: nearly all of them also claim to be somebody else
    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        NAMES.put("Edg", "Edge");
        NAMES.put("OPR", "Opera");
        NAMES.put("Firefox", "Firefox");
        NAMES.put("Chrom", "Chrome");
        NAMES.put("Safari", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browsers() {}

    static String name(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        String name = found(NAMES, text);
        String system = found(SYSTEMS, text);
        return name.isEmpty() || system.isEmpty() ? name + system : name + ", " + system;
    }

    private static String found(Map<String, String> known, String text) {
        return known.entrySet().stream()
                .filter(one -> text.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
