package org.waymark.model.maturity;

import static org.waymark.stage.Document.Kind.DATE;
import static org.waymark.stage.Document.Kind.LEVEL;
import static org.waymark.stage.Document.Kind.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.company.Difference;
import org.waymark.company.Taken;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** Draws the agreed maturity: profile against ambition, the votes behind it, and the way across the chasm. */
@Component
class MaturityRecord {

    private final Catalogue catalogue;
    private final VotesRecord votes;
    private final KnownLevels held;
    private final Texts texts;

    MaturityRecord(Catalogue catalogue, VotesRecord votes, KnownLevels held, Texts texts) {
        this.catalogue = catalogue;
        this.votes = votes;
        this.held = held;
        this.texts = texts;
    }

    Document draw(String program, Round round, Agreement agreed) {
        List<Section> sections = new ArrayList<>();
        List<String> ids = catalogue.dimensions().stream().map(Dimension::id).toList();
        if (agreed.ambitionStated()) {
            List<String> voted = List.of(texts.of("maturity.record.votes"));
            sections.add(profile(agreed, held.taken(program, round.number())).from(voted));
            sections.add(ambition(round, agreed));
        }
        if (round.revealed()) {
            sections.add(votes.draw(round));
        }
        List<Difference> differences = held.differences(program, agreed);
        if (!differences.isEmpty()) {
            sections.add(contrasts(differences));
        }
        if (!agreed.chasm().isEmpty()) {
            sections.add(chasm(agreed));
        }
        String headline = agreed.overall(ids)
                .map(overall -> texts.of(
                        "maturity.record.headline",
                        level(overall.level()),
                        level(Objects.requireNonNullElse(agreed.ambition().get("2"), overall.level()))))
                .orElseGet(() -> texts.of("maturity.record.open", round.voted(), round.invited()));
        return new Document(headline, sections);
    }

    private Section contrasts(List<Difference> differences) {
        return new Section(
                texts.of("maturity.record.contrasts"),
                texts.of("maturity.record.contrastsNote"),
                List.of(
                        column("dimension", TEXT),
                        column("mine", LEVEL),
                        column("theirs", LEVEL),
                        column("program", TEXT),
                        column("since", DATE)),
                differences.stream()
                        .map(one -> List.of(
                                Cell.of(catalogue.dimension(one.item()).name()),
                                Cell.of(new BigDecimal(one.mine())),
                                Cell.of(new BigDecimal(one.theirs().said())),
                                Cell.of(one.theirs().program()),
                                Cell.of(one.theirs().since().toString())))
                        .toList(),
                null);
    }

    private Section profile(Agreement agreed, Map<String, Taken> taken) {
        Integer inTwo = agreed.ambition().get("2");
        List<List<Cell>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> today = new ArrayList<>();
        List<@Nullable BigDecimal> wanted = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            Agreement.Level level = agreed.level(dimension.id());
            rows.add(List.of(
                    Cell.of(dimension.name()),
                    number(level.level()),
                    number(inTwo),
                    Cell.of(words(level.reason(), taken.get(dimension.id()))),
                    Cell.of(level.dissent())));
            names.add(dimension.name());
            today.add(decimal(level.level()));
            wanted.add(decimal(inTwo));
        }
        return new Section(
                texts.of("maturity.record.profile"),
                held(agreed),
                List.of(
                        column("dimension", TEXT),
                        column("today", LEVEL),
                        column("inTwo", LEVEL),
                        column("reason", TEXT),
                        column("dissent", TEXT)),
                rows,
                new Document.Chart(
                        "radar",
                        names,
                        List.of(
                                new Document.Series(texts.of("maturity.record.today"), today),
                                new Document.Series(texts.of("maturity.record.inTwo"), wanted))));
    }

    /** Why this level; what was taken over says from which program and which day. */
    private @Nullable String words(@Nullable String reason, @Nullable Taken taken) {
        if (taken == null) {
            return reason;
        }
        String source =
                texts.of("maturity.record.taken", taken.source(), Dates.here().date(taken.since()), taken.level());
        return reason == null ? source : reason + " " + source;
    }

    private @Nullable String held(Agreement agreed) {
        List<String> ids = catalogue.dimensions().stream().map(Dimension::id).toList();
        return agreed.overall(ids)
                .filter(overall -> !overall.heldBackBy().isEmpty())
                .map(overall -> texts.of(
                        "maturity.heldBack",
                        String.join(
                                ", ",
                                overall.heldBackBy().stream()
                                        .map(id -> catalogue.chasmCondition(id).name())
                                        .toList())))
                .orElse(null);
    }

    private Section ambition(Round round, Agreement agreed) {
        List<List<Cell>> rows = Agreement.HORIZONS.stream()
                .map(years -> List.of(
                        Cell.of(texts.of("maturity.horizon", years)),
                        number(agreed.ambition().get(years)),
                        round.spread(Round.wish(years)).showable()
                                ? Cell.of(round.spread(Round.wish(years)).lowerMedian())
                                : Cell.of(texts.of("maturity.verdict.TOO_FEW"))))
                .toList();
        return new Section(
                texts.of("maturity.record.ambition"),
                agreed.sentence(),
                List.of(column("horizon", TEXT), column("ambition", LEVEL), column("wished", LEVEL)),
                rows,
                null);
    }

    private Section chasm(Agreement agreed) {
        List<List<Cell>> rows = catalogue.chasmConditions().stream()
                .map(condition -> {
                    Agreement.Crossing crossing = agreed.crossing(condition.id());
                    return List.of(
                            Cell.of(condition.name()),
                            crossing.state() == null
                                    ? Cell.none()
                                    : Cell.of(texts.of("maturity.condition." + crossing.state())),
                            Cell.of(crossing.evidence()));
                })
                .toList();
        return new Section(
                texts.of("maturity.record.chasm"),
                null,
                List.of(column("condition", TEXT), column("state", TEXT), column("evidence", TEXT)),
                rows,
                null);
    }

    private String level(int level) {
        return level + " " + texts.of("maturity.level." + level);
    }

    private Column column(String name, Kind kind) {
        return new Column(texts.of("maturity.record." + name), kind);
    }

    private static Cell number(@Nullable Integer level) {
        return level == null ? Cell.none() : Cell.of(level);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer level) {
        return level == null ? null : BigDecimal.valueOf(level);
    }
}
