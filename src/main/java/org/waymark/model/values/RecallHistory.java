package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;
import org.waymark.web.Texts;

/**
 * The blind-recall test and its history (dcfts.md 4.2): the share of people, in percent, who picked the agreed top three
 * from the shuffled list, before the values were agreed and each time they were asked since.
 */
@Component
public class RecallHistory {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Texts texts;

    RecallHistory(JdbcClient jdbc, Clock clock, Texts texts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.texts = texts;
    }

    /** When people were asked: before anything was agreed, or after. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** One time people were asked; both figures in percent of the people who answered. */
    public record Taken(
            Moment moment, int round, int asked, int answered, BigDecimal matchPercent, BigDecimal overlapPercent) {

        boolean enoughToShow() {
            return answered >= Round.ENOUGH_TO_SHOW;
        }
    }

    /** Scores what people picked against what was agreed; only the scores are kept here. */
    public void keep(
            String program,
            Moment moment,
            int round,
            int asked,
            Collection<? extends Collection<String>> picks,
            Collection<String> agreed) {
        List<? extends Collection<String>> answered =
                picks.stream().filter(pick -> !pick.isEmpty()).toList();
        jdbc.sql("delete from values_recall where program = ? and moment = ? and round = ?")
                .params(program, moment.name(), round)
                .update();
        jdbc.sql("""
                        insert into values_recall (program, moment, round, asked, answered, match_percent,
                            overlap_percent, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        program,
                        moment.name(),
                        round,
                        asked,
                        answered.size(),
                        Recall.matchPercent(answered, agreed),
                        Recall.overlapPercent(answered, agreed),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Every time people were asked, the first first. */
    public List<Taken> of(String program) {
        return jdbc.sql("""
                        select moment, round, asked, answered, match_percent, overlap_percent from values_recall
                        where program = ? order by taken_at, moment desc, round
                        """).param(program).query(Taken.class).list();
    }

    /** The history as a section with its chart; empty before anybody was asked. */
    public List<Section> sections(String program) {
        List<Taken> taken = of(program);
        if (taken.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> matches = new ArrayList<>();
        List<@Nullable BigDecimal> overlaps = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (Taken one : taken) {
            String name = texts.of("values.recall." + one.moment(), one.round());
            boolean shown = one.enoughToShow();
            if (shown) {
                names.add(name);
                matches.add(whole(one.matchPercent()));
                overlaps.add(whole(one.overlapPercent()));
            }
            rows.add(List.of(
                    Cell.of(name),
                    Cell.of(texts.of("values.record.ofAsked", one.answered(), one.asked())),
                    shown ? Cell.of(whole(one.matchPercent())) : Cell.of(texts.of("values.tooFewToShow")),
                    shown ? Cell.of(whole(one.overlapPercent())) : Cell.of(texts.of("values.tooFewToShow"))));
        }
        String match = texts.of("values.recall.match");
        String overlap = texts.of("values.recall.overlap");
        return List.of(new Section(
                texts.of("values.recall.title"),
                texts.of("values.recall.note"),
                List.of(
                        new Column(texts.of("values.recall.when"), Kind.TEXT),
                        new Column(texts.of("values.recall.answered"), Kind.TEXT),
                        new Column(match, Kind.PERCENT),
                        new Column(overlap, Kind.PERCENT)),
                rows,
                names.isEmpty()
                        ? null
                        : new Chart("bar", names, List.of(new Series(match, matches), new Series(overlap, overlaps)))));
    }

    private static BigDecimal whole(BigDecimal percent) {
        return percent.setScale(0, RoundingMode.HALF_UP);
    }
}
