package org.waymark.process.carry;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.waymark.web.Sha256;

/** Everything that waits for a program at one moment: running diagrams, places of tokens, timers. */
public record Standing(Map<String, Instance> instances, Map<String, Place> places, Map<String, Bell> bells) {

    /** A running diagram, by its instance. */
    record Instance(String definition, String diagram, int version, boolean newest) {}

    /** Where a token waits, by the engine's id of its being there. */
    record Place(String instance, String diagram, String element) {}

    /** A timer that is set, by the engine's id of its job. */
    record Bell(String instance, String diagram, String element, OffsetDateTime due) {}

    /** Whether anything runs on a drawing that is not the newest. */
    public boolean older() {
        return instances.values().stream().anyMatch(one -> !one.newest());
    }

    /** The names of the diagrams that are not the newest. */
    public List<String> olderDiagrams() {
        return instances.values().stream()
                .filter(one -> !one.newest())
                .map(Instance::diagram)
                .distinct()
                .sorted()
                .toList();
    }

    /** Two moments with the same mark are the same; anything that went on in between changes it. */
    public String mark() {
        return Sha256.hex(instances + "|" + places + "|" + bells);
    }
}
