package org.waymark.trace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.stage.Element;
import org.waymark.stage.Element.Kind;

/** A hole in the chain: an element that nothing of a kind serves, or that serves nothing that was agreed. */
record Gap(Element element, Kind missing, boolean below) {

    /** What a value or a capability needs below it before it can be said to happen (dcfts.md 4.4). */
    private static final Map<Kind, Set<Kind>> NEEDS = Map.of(
            Kind.VALUE, EnumSet.of(Kind.CAPABILITY, Kind.BENEFIT, Kind.USE_CASE),
            Kind.CAPABILITY, EnumSet.of(Kind.USE_CASE));

    /** Only stages that have agreed something can have left something out. */
    static List<Gap> in(Lineage lineage) {
        List<Gap> gaps = new ArrayList<>();
        for (Element element : lineage.all()) {
            Map<Kind, List<Element>> below = Lineage.byKind(lineage.down(element.id()));
            for (Kind needed : NEEDS.getOrDefault(element.kind(), Set.of())) {
                if (!below.containsKey(needed) && !lineage.of(needed).isEmpty()) {
                    gaps.add(new Gap(element, needed, true));
                }
            }
            boolean reachesAValue = element.kind() == Kind.VALUE
                    || lineage.up(element.id()).stream().anyMatch(above -> above.kind() == Kind.VALUE);
            if (!reachesAValue && element.kind() != Kind.DIMENSION) {
                gaps.add(new Gap(element, Kind.VALUE, false));
            }
        }
        return gaps;
    }
}
