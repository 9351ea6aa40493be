package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.waymark.web.Sha256;

/** Whether people name the same three priorities without being prompted. */
public final class Recall {

    public static final int TAPS = 3;

    private Recall() {}

    /** The whole list in an order of this person's own: the same every time, so that leaving and coming back moves nothing. */
    public static <T> List<T> shuffled(List<T> items, Function<T, String> id, String seed) {
        return items.stream()
                .sorted(Comparator.comparing(item -> Sha256.hex(seed + "|" + id.apply(item))))
                .toList();
    }

    /** The share of people, in percent, who picked exactly the agreed top three; nobody asked is 0. */
    public static BigDecimal matchPercent(Collection<? extends Collection<String>> picks, Collection<String> agreed) {
        long matching = picks.stream()
                .filter(pick -> new HashSet<>(pick).equals(new HashSet<>(agreed)))
                .count();
        return mean(BigDecimal.valueOf(matching * 100), picks.size());
    }

    /** How much of the agreed top three people picked on average, in percent. */
    public static BigDecimal overlapPercent(Collection<? extends Collection<String>> picks, Collection<String> agreed) {
        if (agreed.isEmpty()) {
            return BigDecimal.ZERO;
        }
        long hits = 0;
        for (Collection<String> pick : picks) {
            Set<String> common = new HashSet<>(pick);
            common.retainAll(agreed);
            hits += common.size();
        }
        return mean(BigDecimal.valueOf(hits * 100), picks.size() * agreed.size());
    }

    private static BigDecimal mean(BigDecimal sum, int count) {
        return count == 0 ? BigDecimal.ZERO : sum.divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_UP);
    }
}
