package org.waymark.model.operatingmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.catalogue.ChecklistItem;

/**
 * One checklist item in one round: whether it counts, whether the first wave touches it, who is asked first, and whether
 * it is settled because the company holds an answer nobody has to give again.
 */
record Scope(String item, boolean counted, boolean firstWave, String asked, boolean settled) {

    /** The same item, with the answer the company holds. */
    Scope settle() {
        return new Scope(item, counted, firstWave, asked, true);
    }

    /** Items beyond the ambition wait; a lite program answers only what its first wave touches. */
    static List<Scope> of(
            List<ChecklistItem> items,
            int ambition,
            boolean lite,
            Set<String> waveCapabilities,
            Function<ChecklistItem, String> asked) {
        boolean narrow = lite
                && items.stream()
                        .anyMatch(item -> item.from() <= ambition && waveCapabilities.contains(item.capability()));
        return items.stream()
                .map(item -> {
                    boolean wave = waveCapabilities.contains(item.capability());
                    boolean counted = item.from() <= ambition && (wave || !narrow);
                    return new Scope(item.id(), counted, wave, asked.apply(item), false);
                })
                .toList();
    }

    /**
     * Whose items each task is about. People who were asked keep their own; a task that was passed on carries the items
     * of the person nobody stands for any more.
     */
    static Map<String, String> match(List<String> asked, List<Holder> holders) {
        List<String> free = new ArrayList<>(asked);
        List<Holder> strangers = new ArrayList<>();
        Map<String, String> matched = new LinkedHashMap<>();
        for (Holder holder : holders) {
            if (free.remove(holder.person())) {
                matched.put(holder.task(), holder.person());
            } else {
                strangers.add(holder);
            }
        }
        for (Holder holder : strangers) {
            if (!free.isEmpty()) {
                matched.put(holder.task(), free.remove(0));
            }
        }
        return matched;
    }

    static List<String> asked(List<Scope> scope) {
        return scope.stream()
                .filter(each -> each.counted() && !each.settled())
                .map(Scope::asked)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    /** A task and the person who has it. */
    record Holder(String task, String person) {}
}
