package org.waymark.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.stakeholder.Part;

/**
 * Who is asked to decide, how many must agree, and by when. In the table a part with {@code !} holds a veto, and
 * {@code LEGAL/1} says how many of that part have to say go before it is a go.
 */
record Route(
        List<Part> panel,
        Set<Part> veto,
        Map<Part, Integer> minimums,
        int quorum,
        int days,
        boolean inSequence,
        String reason) {

    private static final Pattern SEAT = Pattern.compile("([A-Z_]+)(!?)(?:/([1-9]))?");

    /** What the decision table says. */
    static Route of(Map<String, Object> row) {
        List<Part> panel = new ArrayList<>();
        Set<Part> veto = new LinkedHashSet<>();
        Map<Part, Integer> minimums = new LinkedHashMap<>();
        for (String token : String.valueOf(row.get("panel")).split(",")) {
            Matcher seat = SEAT.matcher(token.strip());
            if (!seat.matches()) {
                throw new IllegalStateException("gate-route names a panel nobody understands: " + token);
            }
            Part part = Part.valueOf(seat.group(1));
            panel.add(part);
            if (!seat.group(2).isEmpty()) {
                veto.add(part);
            }
            if (seat.group(3) != null) {
                minimums.put(part, Integer.valueOf(seat.group(3)));
            }
        }
        return new Route(
                List.copyOf(panel),
                veto,
                minimums,
                ((Number) row.getOrDefault("quorum", 1)).intValue(),
                ((Number) row.getOrDefault("days", 5)).intValue(),
                "SEQUENTIAL".equals(row.get("order")),
                String.valueOf(row.getOrDefault("reason", "")));
    }

    /** The minimums as a review keeps them. */
    String kept() {
        return minimums.entrySet().stream()
                .map(one -> one.getKey().name() + "=" + one.getValue())
                .collect(Collectors.joining(","));
    }
}
