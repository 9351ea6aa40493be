package org.waymark.model.capabilities;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.model.values.AgreedValues;
import org.waymark.model.values.AgreedValues.Weighted;

/** Which capabilities serve the agreed values, and how much weight each of them carries. */
@Component
class Serving {

    static final List<String> TYPES = List.of("people", "process", "technology");

    private final Catalogue catalogue;
    private final AgreedValues agreedValues;

    Serving(Catalogue catalogue, AgreedValues agreedValues) {
        this.catalogue = catalogue;
        this.agreedValues = agreedValues;
    }

    /** One moment's picture: read it once and ask it often. */
    record Picture(List<Weighted> values, List<Capability> capabilities, Map<String, BigDecimal> carried) {

        Map<String, Integer> needs() {
            return Need.levels(carried);
        }

        BigDecimal carried(String id) {
            return carried.getOrDefault(id, BigDecimal.ZERO);
        }

        boolean serves(String id) {
            return carried.containsKey(id);
        }

        /** The agreed values that nothing in the list serves. */
        List<String> unserved() {
            return values.stream()
                    .map(Weighted::id)
                    .filter(value ->
                            capabilities.stream().noneMatch(c -> c.serves().contains(value)))
                    .toList();
        }
    }

    Picture of(String program) {
        List<Weighted> values = agreedValues.of(program);
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        values.forEach(value -> weights.put(value.id(), value.weight()));
        List<Capability> serving = catalogue.capabilities().stream()
                .filter(capability -> capability.serves().stream().anyMatch(weights::containsKey))
                .sorted(Comparator.comparingInt(capability -> TYPES.indexOf(capability.type())))
                .toList();
        Map<String, List<String>> serves = new LinkedHashMap<>();
        serving.forEach(capability -> serves.put(capability.id(), capability.serves()));
        return new Picture(values, serving, Need.carried(serves, weights));
    }

    List<String> topThree(String program) {
        return agreedValues.topThree(program);
    }
}
