package org.waymark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The published holes we know of, held against a list of parts. */
final class Advisories {
    private final JsonNode list;

    Advisories(JsonNode list) {
        this.list = list;
    }

    /** Parts that are affected and have no control, one line each. */
    List<String> open(JsonNode bom) {
        List<String> open = new ArrayList<>();
        for (JsonNode part : bom.path("components")) {
            String name = part.path("group").asText() + "/" + part.path("name").asText();
            String version = part.path("version").asText();
            for (JsonNode one : list.path("advisories")) {
                if (name.equals(one.path("package").asText()) && affected(one, version) && !controlled(one)) {
                    open.add(name + " " + version + ": " + one.path("ids"));
                }
            }
        }
        return open;
    }

    /** Advisories of which we ship an affected version behind a control. */
    List<String> held(JsonNode bom) {
        List<String> held = new ArrayList<>();
        for (JsonNode part : bom.path("components")) {
            String name = part.path("group").asText() + "/" + part.path("name").asText();
            for (JsonNode one : list.path("advisories")) {
                if (name.equals(one.path("package").asText())
                        && affected(one, part.path("version").asText())) {
                    one.path("ids").forEach(id -> held.add(id.asText()));
                }
            }
        }
        return held;
    }

    private static boolean controlled(JsonNode one) {
        return !one.path("control").asText().isBlank() && !one.path("tests").isEmpty();
    }

    private static boolean affected(JsonNode one, String version) {
        for (JsonNode range : one.path("affected")) {
            String[] ends =
                    range.asText().substring(1, range.asText().length() - 1).split(",");
            if (compare(version, ends[0]) >= 0 && compare(version, ends[1]) < 0) {
                return true;
            }
        }
        return false;
    }

    /** By their numbers; a word behind them (1.0.0-alpha) counts as nothing. */
    static int compare(String one, String other) {
        String[] left = one.split("[^0-9]+");
        String[] right = other.split("[^0-9]+");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Long.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static long number(String[] parts, int at) {
        return at < parts.length && !parts[at].isEmpty() ? Long.parseLong(parts[at]) : 0;
    }
}
