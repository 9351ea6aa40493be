package org.waymark.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.waymark.stakeholder.Part;

/** Who is asked to decide, how many must agree, and by when. */
record Route(List<Part> panel, int quorum, int days, boolean inSequence, String reason) {

    /** What the decision table says. */
    static Route of(Map<String, Object> row) {
        return new Route(
                Arrays.stream(String.valueOf(row.get("panel")).split(","))
                        .map(part -> Part.valueOf(part.strip()))
                        .toList(),
                ((Number) row.getOrDefault("quorum", 1)).intValue(),
                ((Number) row.getOrDefault("days", 5)).intValue(),
                "SEQUENTIAL".equals(row.get("order")),
                String.valueOf(row.getOrDefault("reason", "")));
    }
}
