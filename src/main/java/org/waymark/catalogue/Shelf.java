package org.waymark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.waymark.web.Refusal;

/** All items of one kind: those on offer in order, and every one by its id. */
record Shelf<T>(List<T> onOffer, Map<String, T> all) {

    static <T> Shelf<T> of(List<Item> items, Kind kind, Function<Item, T> reading) {
        List<T> onOffer = new ArrayList<>();
        Map<String, T> all = new LinkedHashMap<>();
        for (Item item : items) {
            if (item.kind() == kind) {
                T read = reading.apply(item);
                all.put(item.id(), read);
                if (item.enabled()) {
                    onOffer.add(read);
                }
            }
        }
        return new Shelf<>(List.copyOf(onOffer), all);
    }

    T get(String id) {
        T found = all.get(id);
        if (found == null) {
            throw Refusal.missing("catalogue.unknown", id);
        }
        return found;
    }
}
