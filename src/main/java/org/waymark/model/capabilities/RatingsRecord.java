package org.waymark.model.capabilities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** How people rated, for the record: who answered, what they recalled, how far their ratings lie apart. */
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
        return List.of(details(round), spread(program, round));
    }

    private Section details(Round round) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                Cell.of(texts.of("capabilities.record.answered")),
                Cell.of(texts.of(
                        "capabilities.record.ofAsked",
                        Objects.requireNonNullElse(round.answered(), 0),
                        round.asked()))));
        if (round.enoughToShow()) {
            rows.add(percent("capabilities.record.recallMatch", round.recallMatch()));
            rows.add(percent("capabilities.record.recallOverlap", round.recallOverlap()));
        }
        return new Section(
                texts.of("capabilities.record.details"),
                texts.of("capabilities.record.detailsNote"),
                List.of(column("measured", Kind.TEXT), column("figure", Kind.TEXT)),
                rows,
                null);
    }

    private List<Cell> percent(String key, @Nullable BigDecimal percent) {
        return List.of(
                Cell.of(texts.of(key)),
                percent == null
                        ? Cell.none()
                        : Cell.of(texts.of(
                                "capabilities.record.percent",
                                percent.setScale(0, RoundingMode.HALF_UP).intValue())));
    }

    private Section spread(String program, Round round) {
        List<List<Cell>> rows = new ArrayList<>();
        if (round.enoughToShow()) {
            votes.spreads(program, round.round())
                    .values()
                    .forEach(one -> rows.add(List.of(
                            Cell.of(catalogue.capability(one.id()).name()),
                            level(one.lowerMedian()),
                            one.mean() == null
                                    ? Cell.none()
                                    : Cell.of(one.mean().setScale(1, RoundingMode.HALF_UP)),
                            level(one.lowest()),
                            level(one.highest()),
                            Cell.of(one.judged()),
                            Cell.of(one.unable()))));
        }
        return new Section(
                texts.of("capabilities.record.spread"),
                round.enoughToShow() ? null : texts.of("capabilities.tooFewToShow"),
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

    private static Cell level(@Nullable Integer level) {
        return level == null ? Cell.none() : Cell.of(level.intValue());
    }
}
