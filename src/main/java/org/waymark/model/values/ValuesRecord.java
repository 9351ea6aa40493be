package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.model.values.ValueAgreements.Agreed;
import org.waymark.model.values.ValueAgreements.Agreement;
import org.waymark.model.values.ValueAgreements.Said;
import org.waymark.security.People;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Figures;
import org.waymark.web.Texts;

/** The agreed values as a document: the finding first, then what was agreed, what customers said, and how it was weighed. */
@Component
class ValuesRecord {

    private final ValueVotes votes;
    private final ValueAgreements agreements;
    private final WeighingRecord weighing;
    private final ExperiencePromises promises;
    private final RecallHistory recall;
    private final Scorecards scorecards;
    private final Catalogue catalogue;
    private final People people;
    private final Texts texts;

    ValuesRecord(
            ValueVotes votes,
            ValueAgreements agreements,
            WeighingRecord weighing,
            ExperiencePromises promises,
            RecallHistory recall,
            Scorecards scorecards,
            Catalogue catalogue,
            People people,
            Texts texts) {
        this.votes = votes;
        this.agreements = agreements;
        this.weighing = weighing;
        this.promises = promises;
        this.recall = recall;
        this.scorecards = scorecards;
        this.catalogue = catalogue;
        this.people = people;
        this.texts = texts;
    }

    Document of(String program) {
        Round round = votes.newest(program).orElse(null);
        Agreement agreement = agreements.newest(program).orElse(null);
        if (round == null) {
            return new Document(texts.of("values.record.notBegun"), List.of());
        }
        List<Section> sections = new ArrayList<>();
        String headline = waiting(program, round);
        if (agreement != null) {
            Round weighedIn = votes.find(program, agreement.round()).orElse(round);
            List<Agreed> values = agreements.values(program, agreement.round());
            headline = headline(values, weighedIn);
            sections.add(agreed(values, agreement, weighedIn, round).from(List.of(texts.of("values.record.weights"))));
            sections.add(evidence(agreements.evidence(program, agreement.round())));
            sections.add(promises.draw(values));
            sections.addAll(recall.sections(program));
        }
        if (!round.open()) {
            sections.addAll(scorecards.sections(program));
            sections.addAll(weighing.of(program, round));
        }
        return new Document(headline, sections);
    }

    private String waiting(String program, Round round) {
        return round.open()
                ? texts.of("values.record.open", votes.count(program, round.round()), round.asked())
                : texts.of("values.record.weighed", Objects.requireNonNullElse(round.answered(), 0), round.asked());
    }

    private String headline(List<Agreed> values, Round round) {
        if (values.isEmpty()) {
            return texts.of("values.record.none");
        }
        Agreed first = values.get(0);
        String name = catalogue.value(first.id()).name();
        BigDecimal shared = round.topThreeOverlap();
        return round.enoughToShow() && shared != null
                ? texts.of("values.record.headline", values.size(), name, whole(shared.movePointRight(2)))
                : texts.of("values.record.headlineFew", values.size(), name);
    }

    private Section agreed(List<Agreed> values, Agreement agreement, Round weighedIn, Round newest) {
        List<List<Cell>> rows = values.stream()
                .map(value -> List.of(
                        Cell.of(catalogue.value(value.id()).name()),
                        Cell.of(texts.of(
                                "values.lens." + catalogue.value(value.id()).lens())),
                        weighedIn.enoughToShow()
                                ? Cell.of(value.weight().setScale(1, RoundingMode.HALF_UP))
                                : Cell.of(texts.of("values.tooFewToShow")),
                        Cell.of(value.measure() + ", " + texts.of("values." + value.better())),
                        value.toBeMeasured()
                                ? Cell.of(texts.of("values.toBeMeasured"))
                                : figure(value.baseline(), value.unit()),
                        figure(value.target(), value.unit()),
                        Cell.of(value.dueOn() == null ? null : value.dueOn().toString()),
                        Cell.of(value.owner() == null ? null : people.nameOf(value.owner()))))
                .toList();
        String note = newest.round() > agreement.round() ? texts.of("values.record.earlier", agreement.round()) : null;
        if (agreement.reason() != null) {
            String reason = texts.of("values.record.reason", agreement.reason());
            note = note == null ? reason : note + " " + reason;
        }
        return new Section(
                texts.of("values.record.agreed"),
                note,
                List.of(
                        column("value", Kind.TEXT),
                        column("lens", Kind.TEXT),
                        column("weight", Kind.PERCENT),
                        column("measure", Kind.TEXT),
                        column("baseline", Kind.NUMBER),
                        column("target", Kind.NUMBER),
                        column("date", Kind.DATE),
                        column("owner", Kind.TEXT)),
                rows,
                null);
    }

    private Section evidence(List<Said> evidence) {
        return new Section(
                texts.of("values.record.evidence"),
                evidence.isEmpty() ? texts.of("values.record.noEvidence") : null,
                List.of(
                        column("value", Kind.TEXT),
                        column("what", Kind.TEXT),
                        column("from", Kind.TEXT),
                        column("heard", Kind.DATE),
                        column("link", Kind.TEXT)),
                evidence.stream()
                        .map(said -> List.of(
                                Cell.of(catalogue.value(said.id()).name()),
                                Cell.of(said.what()),
                                Cell.of(said.source()),
                                Cell.of(said.heardOn().toString()),
                                Cell.of(said.link())))
                        .toList(),
                null);
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("values.record.column." + key), kind);
    }

    private static Cell figure(@Nullable BigDecimal number, String unit) {
        return number == null ? Cell.none() : Cell.of(Figures.here().plain(number) + " " + unit);
    }

    private static int whole(BigDecimal percent) {
        return percent.setScale(0, RoundingMode.HALF_UP).intValue();
    }
}
