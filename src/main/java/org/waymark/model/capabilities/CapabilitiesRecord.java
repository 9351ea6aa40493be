package org.waymark.model.capabilities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.company.Difference;
import org.waymark.company.Taken;
import org.waymark.model.capabilities.CapabilityAgreements.Agreed;
import org.waymark.model.values.RecallHistory;
import org.waymark.security.People;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** The agreed capabilities as a document: the largest gaps first, by people, process and technology. */
@Component
class CapabilitiesRecord {

    private static final int ON_CHART = 10;

    private final CapabilityVotes votes;
    private final CapabilityAgreements agreements;
    private final RatingsRecord ratings;
    private final GapMatrix matrix;
    private final RecallHistory recall;
    private final Serving serving;
    private final KnownCapabilities known;
    private final Catalogue catalogue;
    private final People people;
    private final Texts texts;

    CapabilitiesRecord(
            CapabilityVotes votes,
            CapabilityAgreements agreements,
            RatingsRecord ratings,
            GapMatrix matrix,
            RecallHistory recall,
            Serving serving,
            KnownCapabilities known,
            Catalogue catalogue,
            People people,
            Texts texts) {
        this.votes = votes;
        this.agreements = agreements;
        this.ratings = ratings;
        this.matrix = matrix;
        this.recall = recall;
        this.serving = serving;
        this.known = known;
        this.catalogue = catalogue;
        this.people = people;
        this.texts = texts;
    }

    Document of(String program) {
        Round round = votes.newest(program).orElse(null);
        if (round == null) {
            return new Document(texts.of("capabilities.record.notBegun"), List.of());
        }
        List<Section> sections = new ArrayList<>();
        String headline = waiting(program, round);
        Integer agreedIn = agreements.newest(program).orElse(null);
        if (agreedIn != null) {
            Map<String, Agreed> agreed = new LinkedHashMap<>();
            List<Agreed> all = agreements.capabilities(program, agreedIn);
            all.forEach(one -> agreed.put(one.id(), one));
            Map<String, Taken> taken = known.taken(program, agreedIn);
            Serving.Picture picture = serving.of(program);
            List<Gap> gaps = new ArrayList<>(CapabilitiesModel.gaps(picture, agreed));
            gaps.sort(Gap.LARGEST_FIRST);
            headline = headline(gaps);
            List<String> byType = Serving.TYPES.stream()
                    .map(type -> texts.of("capabilities.type." + type))
                    .toList();
            sections.add(
                    largest(gaps, round.round() > agreedIn ? agreedIn : null).from(byType));
            sections.add(matrix.draw(gaps).from(byType));
            List<String> rated = List.of(texts.of("capabilities.record.spread"));
            Serving.TYPES.forEach(
                    type -> sections.add(byType(type, gaps, agreed, taken).from(rated)));
            List<Difference> differences = known.differences(program, all);
            if (!differences.isEmpty()) {
                sections.add(contrasts(differences));
            }
        }
        sections.addAll(recall.sections(program));
        if (!round.open()) {
            sections.addAll(ratings.of(program, round));
        }
        return new Document(headline, sections);
    }

    private String waiting(String program, Round round) {
        return round.open()
                ? texts.of("capabilities.record.open", votes.count(program, round.round()), round.asked())
                : texts.of("capabilities.record.rated", Objects.requireNonNullElse(round.answered(), 0), round.asked());
    }

    private String headline(List<Gap> gaps) {
        long open = gaps.stream().filter(gap -> gap.size() > 0).count();
        return open == 0
                ? texts.of("capabilities.record.noGaps", gaps.size())
                : texts.of(
                        "capabilities.record.headline",
                        gaps.size(),
                        open,
                        catalogue.capability(gaps.get(0).id()).name());
    }

    private Section largest(List<Gap> gaps, @Nullable Integer earlier) {
        List<Gap> shown = gaps.stream().filter(Gap::known).limit(ON_CHART).toList();
        Chart chart = new Chart(
                "bar",
                shown.stream().map(gap -> catalogue.capability(gap.id()).name()).toList(),
                List.of(
                        new Series(texts.of("capabilities.record.need"), levels(shown, true)),
                        new Series(texts.of("capabilities.record.have"), levels(shown, false))));
        return new Section(
                texts.of("capabilities.record.largest"),
                earlier == null
                        ? texts.of("capabilities.record.levels")
                        : texts.of("capabilities.record.earlier", earlier),
                List.of(),
                List.of(),
                chart);
    }

    private static List<@Nullable BigDecimal> levels(List<Gap> gaps, boolean need) {
        List<@Nullable BigDecimal> levels = new ArrayList<>();
        for (Gap gap : gaps) {
            Integer level = need ? gap.need() : gap.have();
            levels.add(level == null ? null : BigDecimal.valueOf(level));
        }
        return levels;
    }

    private Section contrasts(List<Difference> differences) {
        return new Section(
                texts.of("capabilities.record.contrasts"),
                texts.of("capabilities.record.contrastsNote"),
                List.of(
                        column("capability", Kind.TEXT),
                        column("mine", Kind.LEVEL),
                        column("theirs", Kind.LEVEL),
                        column("program", Kind.TEXT),
                        column("since", Kind.DATE)),
                differences.stream()
                        .map(one -> List.of(
                                Cell.of(catalogue.capability(one.item()).name()),
                                Cell.of(new BigDecimal(one.mine())),
                                Cell.of(new BigDecimal(one.theirs().said())),
                                Cell.of(one.theirs().program()),
                                Cell.of(one.theirs().since().toString())))
                        .toList(),
                null);
    }

    private Section byType(String type, List<Gap> gaps, Map<String, Agreed> agreed, Map<String, Taken> taken) {
        Set<String> tools = Gap.toolsWithoutTeam(gaps);
        List<List<Cell>> rows = new ArrayList<>();
        for (Gap gap : gaps) {
            if (gap.type().equals(type)) {
                rows.add(row(gap, agreed.get(gap.id()), tools.contains(gap.id()), taken.get(gap.id())));
            }
        }
        return new Section(
                texts.of("capabilities.type." + type),
                rows.isEmpty() ? texts.of("capabilities.record.noneOfType") : null,
                List.of(
                        column("capability", Kind.TEXT),
                        column("motion", Kind.TEXT),
                        column("need", Kind.LEVEL),
                        column("have", Kind.LEVEL),
                        column("gap", Kind.NUMBER),
                        column("owner", Kind.TEXT),
                        column("reason", Kind.TEXT)),
                rows,
                null);
    }

    private List<Cell> row(Gap gap, @Nullable Agreed agreed, boolean tool, @Nullable Taken taken) {
        Capability capability = catalogue.capability(gap.id());
        String reason = agreed == null ? null : agreed.reason();
        if (taken != null) {
            String source = texts.of(
                    "capabilities.record.taken", taken.source(), Dates.here().date(taken.since()), taken.level());
            reason = reason == null ? source : reason + " " + source;
        }
        if (tool) {
            String mark = texts.of("capabilities.record.toolWithoutTeam");
            reason = reason == null ? mark : mark + ": " + reason;
        }
        return List.of(
                Cell.of(capability.name()),
                Cell.of(texts.of("capabilities.motion." + capability.motion())),
                level(gap.need()),
                level(gap.have()),
                gap.known() ? Cell.of(gap.size()) : Cell.none(),
                Cell.of(agreed == null || agreed.owner() == null ? null : people.nameOf(agreed.owner())),
                Cell.of(reason));
    }

    private static Cell level(@Nullable Integer level) {
        return level == null ? Cell.none() : Cell.of(level.intValue());
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("capabilities.record.column." + key), kind);
    }
}
