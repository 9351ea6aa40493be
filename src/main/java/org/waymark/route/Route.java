package org.waymark.route;

import java.util.ArrayList;
import java.util.Arrays;
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
 * Who is asked to decide, how many must agree, by when, and whether votes are read as they are cast. In the table a panel names parts ({@code FINANCE}), people
 * ({@code @ada}) and rater groups ({@code #LEADERSHIP}); with {@code !} each of them holds a veto, and
 * {@code #LEADERSHIP/2} says how many of them have to say go before it is a go.
 */
public record Route(
        List<String> panel,
        Set<String> veto,
        Map<String, Integer> minimums,
        int quorum,
        int days,
        boolean inSequence,
        boolean votesOpen,
        String reason) {

    private static final Pattern SEAT =
            Pattern.compile("(@[A-Za-z0-9._-]{1,64}|#[A-Z_]{1,30}|[A-Z_]+)(!?)(?:/([1-9]))?");

    /** What the decision table says. */
    public static Route of(Map<String, Object> row) {
        List<String> panel = new ArrayList<>();
        Set<String> veto = new LinkedHashSet<>();
        Map<String, Integer> minimums = new LinkedHashMap<>();
        for (String token : String.valueOf(row.get("panel")).split(",")) {
            Matcher seat = SEAT.matcher(token.strip());
            if (!seat.matches() || (Character.isLetter(seat.group(1).charAt(0)) && !isPart(seat.group(1)))) {
                throw new IllegalStateException("gate-route names a panel nobody understands: " + token);
            }
            String source = seat.group(1);
            panel.add(source);
            if (!seat.group(2).isEmpty()) {
                veto.add(source);
            }
            if (seat.group(3) != null) {
                minimums.put(source, Integer.valueOf(seat.group(3)));
            }
        }
        return new Route(
                List.copyOf(panel),
                veto,
                minimums,
                ((Number) row.getOrDefault("quorum", 1)).intValue(),
                ((Number) row.getOrDefault("days", 5)).intValue(),
                "SEQUENTIAL".equals(row.get("order")),
                "OPEN".equals(row.get("votes")),
                String.valueOf(row.getOrDefault("reason", "")));
    }

    /** The minimums as a review keeps them. */
    public String kept() {
        return minimums.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(","));
    }

    public static boolean isPart(String source) {
        return Arrays.stream(Part.values()).anyMatch(part -> part.name().equals(source));
    }
}
