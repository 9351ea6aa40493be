package org.waymark.model.values;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.model.values.ValueAgreements.Agreed;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** What customers should feel, and which agreed values make them feel it (dcfts.md 3.1, experience promises). */
@Component
class ExperiencePromises {

    static final List<String> ALL = List.of("recognised", "appreciated", "remembered", "loved");

    private final Catalogue catalogue;
    private final Texts texts;

    ExperiencePromises(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    Section draw(List<Agreed> values) {
        List<List<Cell>> rows = ALL.stream()
                .map(promise -> {
                    List<String> kept = values.stream()
                            .filter(value -> value.promises().contains(promise))
                            .map(value -> catalogue.value(value.id()).name())
                            .toList();
                    return List.of(
                            Cell.of(texts.of("values.promise." + promise)),
                            Cell.of(kept.isEmpty() ? texts.of("values.promise.nobody") : String.join(" · ", kept)));
                })
                .toList();
        return new Section(
                texts.of("values.promise.title"),
                texts.of("values.promise.note"),
                List.of(
                        new Column(texts.of("values.promise.feel"), Kind.TEXT),
                        new Column(texts.of("values.promise.by"), Kind.TEXT)),
                rows,
                null);
    }
}
