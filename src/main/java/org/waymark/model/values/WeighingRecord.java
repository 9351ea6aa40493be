package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.model.values.Weights.Share;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;
import org.waymark.web.Texts;

/** How the group weighed, for the record: the weights, who answered, how far people agree. */
@Component
class WeighingRecord {

    private final ValueVotes votes;
    private final Catalogue catalogue;
    private final Texts texts;

    WeighingRecord(ValueVotes votes, Catalogue catalogue, Texts texts) {
        this.votes = votes;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** Only of a closed round. */
    List<Section> of(String program, Round round) {
        List<Share> shares = votes.weights(program, round.round());
        return List.of(round.enoughToShow() ? chart(shares) : order(shares), details(round));
    }

    /** One weigher's points beside the group's share of all points, in percent; the weigher's eyes only. */
    Section mine(String program, Round round, Vote own) {
        Map<String, Integer> given = own.given();
        List<List<Cell>> rows = votes.weights(program, round.round()).stream()
                .map(share -> List.of(
                        Cell.of(catalogue.value(share.id()).name()),
                        Cell.of(given.getOrDefault(share.id(), 0)),
                        Cell.of(rounded(share.percent(), 1))))
                .toList();
        return new Section(
                texts.of("values.mine"),
                texts.of("values.mine.note"),
                List.of(
                        new Column(column("value"), Kind.TEXT),
                        new Column(texts.of("values.mine.points"), Kind.NUMBER),
                        new Column(column("weight"), Kind.PERCENT)),
                rows,
                null);
    }

    private Section chart(List<Share> shares) {
        List<@Nullable BigDecimal> percents = new ArrayList<>();
        shares.forEach(share -> percents.add(rounded(share.percent(), 1)));
        return new Section(
                texts.of("values.record.weights"),
                null,
                List.of(),
                List.of(),
                new Chart("bar", names(shares), List.of(new Series(column("weight"), percents))));
    }

    private Section order(List<Share> shares) {
        return new Section(
                texts.of("values.record.weights"),
                texts.of("values.record.tooFew"),
                List.of(new Column(column("value"), Kind.TEXT)),
                names(shares).stream().map(name -> List.of(Cell.of(name))).toList(),
                null);
    }

    private List<String> names(List<Share> shares) {
        return shares.stream().map(share -> catalogue.value(share.id()).name()).toList();
    }

    private Section details(Round round) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                Cell.of(texts.of("values.record.answered")),
                Cell.of(texts.of(
                        "values.record.ofAsked", Objects.requireNonNullElse(round.answered(), 0), round.asked()))));
        if (round.enoughToShow()) {
            rows.add(List.of(Cell.of(texts.of("values.record.concordance")), Cell.of(rounded(round.concordance(), 2))));
            rows.add(List.of(Cell.of(texts.of("values.record.overlap")), Cell.of(rounded(round.topThreeOverlap(), 2))));
        }
        return new Section(
                texts.of("values.record.details"),
                texts.of("values.record.detailsNote"),
                List.of(new Column(column("what-measured"), Kind.TEXT), new Column(column("figure"), Kind.NUMBER)),
                rows,
                null);
    }

    private String column(String key) {
        return texts.of("values.record.column." + key);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number, int scale) {
        return number == null ? null : number.setScale(scale, RoundingMode.HALF_UP);
    }
}
