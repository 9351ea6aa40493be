package org.waymark.process.carry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** What differs between what waited for a program before it was carried over and what waits after it. */
final class CarriedParts {

    private final Drawings drawings;
    private final Standing before;
    private final Standing after;

    CarriedParts(Drawings drawings, Standing before, Standing after) {
        this.drawings = drawings;
        this.before = before;
        this.after = after;
    }

    List<Carried.Part> parts(Map<String, ProcessDefinition> newest) {
        return before.instances().values().stream()
                .filter(one -> !one.newest())
                .map(one -> new Carried.Part(
                        one.diagram(),
                        one.version(),
                        Drawings.of(newest, one.diagram()).getVersion()))
                .distinct()
                .sorted(Comparator.comparing(Carried.Part::diagram).thenComparing(Carried.Part::from))
                .toList();
    }

    /** Several tokens at one step, as a round has them, are told once. */
    List<Carried.Step> steps() {
        Set<Carried.Step> steps = new LinkedHashSet<>();
        before.places().forEach((being, was) -> {
            Standing.Place is = after.places().get(being);
            steps.add(new Carried.Step(
                    was.diagram(),
                    was.element(),
                    name(before, was.instance(), was.element()),
                    is == null ? "" : is.element(),
                    is == null ? "" : name(after, is.instance(), is.element())));
        });
        after.places().forEach((being, is) -> {
            if (!before.places().containsKey(being)) {
                steps.add(
                        new Carried.Step(is.diagram(), "", "", is.element(), name(after, is.instance(), is.element())));
            }
        });
        return List.copyOf(steps);
    }

    /** A timer the engine set anew is the one at the same place of the same running diagram. */
    List<Carried.Timer> timers() {
        Map<String, Standing.Bell> left = new LinkedHashMap<>(after.bells());
        List<Carried.Timer> timers = new ArrayList<>();
        Set<String> gone = new HashSet<>(before.bells().keySet());
        before.bells().forEach((job, was) -> {
            Standing.Bell is = left.remove(job);
            if (is != null) {
                gone.remove(job);
                timers.add(timer(was, is));
            }
        });
        for (String job : gone) {
            Standing.Bell was = before.bells().get(job);
            String again = was == null ? null : sameplace(left, was);
            timers.add(timer(was, again == null ? null : left.remove(again)));
        }
        left.values().forEach(is -> timers.add(timer(null, is)));
        timers.sort(Comparator.comparing(Carried.Timer::diagram).thenComparing(Carried.Timer::element));
        return timers.stream().distinct().toList();
    }

    private static @Nullable String sameplace(Map<String, Standing.Bell> left, Standing.Bell was) {
        return left.entrySet().stream()
                .filter(one -> one.getValue().instance().equals(was.instance())
                        && one.getValue().element().equals(was.element()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private Carried.Timer timer(Standing.@Nullable Bell was, Standing.@Nullable Bell is) {
        Standing.Bell told = is != null ? is : was;
        if (told == null) {
            throw new IllegalArgumentException("A timer was or is");
        }
        return new Carried.Timer(
                told.diagram(),
                told.element(),
                name(is != null ? after : before, told.instance(), told.element()),
                was == null ? null : was.due(),
                is == null ? null : is.due());
    }

    private String name(Standing standing, String instance, String element) {
        Standing.Instance here = standing.instances().get(instance);
        return here == null ? element : drawings.drawing(here.definition()).name(element);
    }
}
