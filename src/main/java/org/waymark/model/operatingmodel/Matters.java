package org.waymark.model.operatingmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Function;
import org.waymark.company.Difference;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Who decides in which matter, and where another program sees a statement differently, in words. */
@Component
class Matters {

    private final Catalogue catalogue;
    private final Texts texts;

    Matters(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** One matter with what is agreed about it so far. */
    record Matter(String topic, Right right) {}

    /** A statement two programs see differently. */
    record Contrast(
            String item, String statement, String mine, String theirs, String program, String since, boolean held) {}

    List<Matter> rows(OperatingAgreement draft) {
        return Right.TOPICS.stream()
                .map(topic -> new Matter(topic, draft.right(topic)))
                .toList();
    }

    /** The centre, the market and the eleven functions, with the name to show. */
    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        Right.PLACES.forEach(place -> choices.put(place, texts.of("operatingmodel.place." + place)));
        for (Function function : catalogue.functions()) {
            choices.put(function.id(), function.name());
        }
        return choices;
    }

    String name(@Nullable String decider) {
        return decider == null ? "" : choices().getOrDefault(decider, decider);
    }

    void check(OperatingAgreement draft) {
        Map<String, String> known = choices();
        draft.rights().forEach((topic, right) -> {
            if (!Right.TOPICS.contains(topic)) {
                throw Refusal.bad("operatingmodel.unknownMatter", topic).at("rights[" + topic + "]");
            }
            if (right != null) {
                right.named()
                        .filter(name -> !known.containsKey(name))
                        .findFirst()
                        .ifPresent(name -> {
                            throw Refusal.bad("operatingmodel.unknownDecider", name)
                                    .at("rights[" + topic + "].decides");
                        });
            }
        });
    }

    List<Contrast> differences(List<Difference> differences) {
        return differences.stream()
                .map(one -> new Contrast(
                        one.item(),
                        catalogue.checklistItem(one.item()).statement(),
                        texts.of("operatingmodel.state." + one.mine()),
                        texts.of("operatingmodel.state." + one.theirs().said()),
                        one.theirs().program(),
                        one.theirs().since().toString(),
                        one.theirs().held()))
                .toList();
    }
}
