package org.waymark.report;

import java.util.ArrayList;
import java.util.List;

/** Shares the width of a slide among the columns of a table by how much they have to say. */
final class SlideColumns {

    private static final int LEAST = 5;
    private static final int MOST = 46;

    private SlideColumns() {}

    static List<Double> widths(List<String> heads, List<List<String>> rows, double width) {
        List<Integer> letters = new ArrayList<>();
        for (int at = 0; at < heads.size(); at++) {
            int column = at;
            int longest = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            letters.add(Math.min(
                    MOST,
                    Math.max(LEAST, Math.max(longest, Math.min(heads.get(at).length(), 14)))));
        }
        double sum = letters.stream().mapToInt(Integer::intValue).sum();
        return letters.stream().map(count -> width * count / sum).toList();
    }
}
