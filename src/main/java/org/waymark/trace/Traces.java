package org.waymark.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.stage.Element.Kind;
import org.waymark.stage.Stages;

/** The chain of a program as it is agreed now. */
@Service
class Traces {

    private final List<Chain> chains;
    private final Stages stages;

    Traces(List<Chain> chains, Stages stages) {
        this.chains = chains;
        this.stages = stages;
    }

    @Transactional(readOnly = true)
    Lineage of(String program) {
        List<Element> all = new ArrayList<>();
        stages.ids().forEach(stage -> all.addAll(of(program, stage)));
        return new Lineage(all);
    }

    List<Element> of(String program, String stage) {
        return chains.stream()
                .filter(chain -> chain.stage().equals(stage))
                .flatMap(chain -> chain.of(program).stream())
                .toList();
    }

    /** The stage that agrees what is of this kind. */
    String stageOf(Kind kind) {
        return stages.ids().get(kind.ordinal());
    }

    /** For each value how many things of each kind stand below it; nothing for a kind no stage has agreed yet. */
    static Map<Element, Map<Kind, @Nullable Integer>> counts(Lineage lineage) {
        Map<Element, Map<Kind, @Nullable Integer>> rows = new LinkedHashMap<>();
        for (Element value : lineage.of(Kind.VALUE)) {
            Map<Kind, List<Element>> below = Lineage.byKind(lineage.down(value.id()));
            Map<Kind, @Nullable Integer> counts = new LinkedHashMap<>();
            for (Kind kind : Kind.values()) {
                if (kind != Kind.VALUE) {
                    counts.put(
                            kind,
                            lineage.of(kind).isEmpty()
                                    ? null
                                    : below.getOrDefault(kind, List.of()).size());
                }
            }
            rows.put(value, counts);
        }
        return rows;
    }
}
