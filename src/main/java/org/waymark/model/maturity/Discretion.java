package org.waymark.model.maturity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which groups of raters may be shown beside the whole without giving anybody's vote away. */
final class Discretion {

    private Discretion() {}

    /** Keeps groups of three and more, as long as the whole minus what is shown leaves nobody or three and more. */
    static Map<String, Spread> shown(Spread whole, Map<String, Spread> groups) {
        Map<String, Spread> shown = new LinkedHashMap<>(groups);
        shown.values().removeIf(group -> !group.showable());
        int rest =
                whole.votes() - shown.values().stream().mapToInt(Spread::votes).sum();
        if (rest > 0 && rest < Spread.SMALLEST) {
            // The smallest shown group joins the hidden ones, so that together they are too many to tell apart.
            shown.entrySet().stream()
                    .min(Comparator.comparingInt(entry -> entry.getValue().votes()))
                    .map(Map.Entry::getKey)
                    .ifPresent(shown::remove);
        }
        return shown;
    }
}
