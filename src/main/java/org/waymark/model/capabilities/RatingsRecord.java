package org.waymark.model.capabilities;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** How people rated, for the record: who answered, and how far their ratings lie apart. */
@Component
class RatingsRecord {

    private final CapabilityVotes votes;
    private final Catalogue catalogue;
    private final Texts texts;

    RatingsRecord(CapabilityVotes votes, Catalogue catalogue, Texts texts) {
        this.votes = votes;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** Only of a closed round. */
    List<Section> of(String program, Round round) {
        return List.of(spread(program, round));
    }

    /** A rater's own levels beside what the raters said together and what was agreed; the rater's eyes only. */
    Section mine(String program, Round round, Vote own, Map<String, Integer> agreed) {
        Map<String, Spread> spreads = votes.spreads(program, round.round());
        List<List<Cell>> rows = new ArrayList<>();
        own.levels().forEach((id, level) -> {
            Spread spread = spreads.get(id);
            rows.add(List.of(
                    Cell.of(catalogue.capability(id).name()),
                    level == null ? Cell.of(texts.of("capabilities.level.none")) : Cell.of(level.intValue()),
                    spread == null || !spread.showable()
                            ? Cell.of(texts.of("capabilities.record.tooFew"))
                            : level(spread.lowerMedian()),
                    level(agreed.get(id))));
        });
        return new Section(
                texts.of("capabilities.mine"),
                texts.of("capabilities.record.levels"),
                List.of(
                        column("capability", Kind.TEXT),
                        new Column(texts.of("capabilities.mine.level"), Kind.LEVEL),
                        column("lower", Kind.LEVEL),
                        new Column(texts.of("capabilities.mine.agreed"), Kind.LEVEL)),
                rows,
                null);
    }

    private Section spread(String program, Round round) {
        List<List<Cell>> rows = new ArrayList<>();
        if (round.enoughToShow()) {
            votes.spreads(program, round.round())
                    .values()
                    .forEach(one -> rows.add(List.of(
                            Cell.of(catalogue.capability(one.id()).name()),
                            shown(one, one.lowerMedian()),
                            one.mean() == null || !one.showable()
                                    ? Cell.none()
                                    : Cell.of(one.mean().setScale(1, RoundingMode.HALF_UP)),
                            one.showable() ? level(one.lowest()) : Cell.none(),
                            one.showable() ? level(one.highest()) : Cell.none(),
                            Cell.of(one.judged()),
                            Cell.of(one.unable()))));
        }
        return new Section(
                texts.of("capabilities.record.spread"),
                texts.of(
                        "capabilities.record.ofAskedNote",
                        Objects.requireNonNullElse(round.answered(), 0),
                        round.asked()),
                List.of(
                        column("capability", Kind.TEXT),
                        column("lower", Kind.LEVEL),
                        column("mean", Kind.NUMBER),
                        column("lowest", Kind.LEVEL),
                        column("highest", Kind.LEVEL),
                        column("judged", Kind.NUMBER),
                        column("unable", Kind.NUMBER)),
                rows,
                null);
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("capabilities.record.column." + key), kind);
    }

    private Cell shown(Spread spread, @Nullable Integer level) {
        return spread.showable() ? level(level) : Cell.of(texts.of("capabilities.record.tooFew"));
    }

    private static Cell level(@Nullable Integer level) {
        return level == null ? Cell.none() : Cell.of(level.intValue());
    }
}
