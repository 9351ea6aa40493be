package org.waymark.model.values;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values the group settles on, and why a lens stays empty. A row without an id is one of the page's unticked rows. */
record AgreeDraft(List<Item> values, @Nullable String reason) {

    AgreeDraft {
        values = trimmed(
                values == null
                        ? List.of()
                        : values.stream()
                                .map(item -> item == null || item.id() == null ? Item.EMPTY : item)
                                .toList(),
                item -> item.id() == null);
        reason = text(reason);
    }

    /** One value with everything that makes it checkable later. */
    record Item(
            @Nullable String id,
            @Nullable String measure,
            @Nullable String unit,
            @Nullable String better,
            @Nullable String baseline,
            @Nullable Boolean toBeMeasured,
            @Nullable BigDecimal target,
            @Nullable LocalDate date,
            @Nullable String owner,
            List<Evidence> evidence,
            @Nullable List<String> promises) {

        static final Item EMPTY = new Item(null, null, null, null, null, null, null, null, null, List.of(), null);

        /** How the page says that no promise is ticked, where saying nothing means those of the catalogue. */
        private static final String NO_PROMISE = "-";

        private static final Set<String> LATER = Set.of("to be measured", "to_be_measured", "tbm");

        Item {
            id = text(id);
            measure = text(measure);
            unit = text(unit);
            better = text(better);
            baseline = text(baseline);
            owner = text(owner);
            promises = promises == null
                    ? null
                    : promises.stream()
                            .filter(promise -> promise != null && !promise.isBlank() && !promise.equals(NO_PROMISE))
                            .distinct()
                            .toList();
            if (baseline != null && LATER.contains(baseline.toLowerCase(Locale.ROOT))) {
                baseline = null;
                toBeMeasured = true;
            }
            evidence = trimmed(
                    evidence == null
                            ? List.of()
                            : evidence.stream()
                                    .map(e -> e == null ? Evidence.EMPTY : e)
                                    .toList(),
                    Evidence::blank);
        }

        boolean measuredLater() {
            return Boolean.TRUE.equals(toBeMeasured);
        }

        /** The baseline as a number; a decimal comma is as good as a point. */
        @Nullable
        BigDecimal startsAt() {
            if (baseline == null || measuredLater()) {
                return null;
            }
            return new BigDecimal(baseline.replace(" ", "").replace(',', '.'));
        }
    }

    /** Why we think customers want this: what was heard, from whom, when, and where to look it up. */
    record Evidence(
            @Nullable String what,
            @Nullable String from,
            @Nullable LocalDate date,
            @Nullable String link) {

        static final Evidence EMPTY = new Evidence(null, null, null, null);

        Evidence {
            what = text(what);
            from = text(from);
            link = text(link);
        }

        boolean blank() {
            return what == null && from == null && date == null && link == null;
        }
    }

    List<String> ids() {
        return values.stream().map(Item::id).filter(Objects::nonNull).toList();
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** Keeps gaps, so that field paths stay those of the page, but drops the empty tail. */
    private static <T> List<T> trimmed(List<T> items, Predicate<T> empty) {
        List<T> kept = new ArrayList<>(items);
        while (!kept.isEmpty() && empty.test(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        return List.copyOf(kept);
    }
}
