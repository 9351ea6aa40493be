package org.waymark.model.operatingmodel;

import static org.waymark.stage.Document.Kind.DATE;
import static org.waymark.stage.Document.Kind.NUMBER;
import static org.waymark.stage.Document.Kind.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.security.People;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** Draws the agreed operating model: the grid, the functions, the capacity, the decision rights, every item. */
@Component
class OperatingRecord {

    private final Picture picture;
    private final Glance glance;
    private final Matters matters;
    private final HeldAnswers held;
    private final Checklists checklists;
    private final People people;
    private final Texts texts;

    OperatingRecord(
            Picture picture,
            Glance glance,
            Matters matters,
            HeldAnswers held,
            Checklists checklists,
            People people,
            Texts texts) {
        this.picture = picture;
        this.glance = glance;
        this.matters = matters;
        this.held = held;
        this.checklists = checklists;
        this.people = people;
        this.texts = texts;
    }

    Document draw(String program, Round round, OperatingAgreement agreed) {
        List<Section> sections = new ArrayList<>();
        Score whole = round.score(item -> true);
        List<Picture.Heat> heats = round.number() == 0 ? List.of() : picture.heat(program, round);
        if (round.number() > 0) {
            List<String> statements = List.of(of("checklist"));
            sections.add(glance.heat(heats).from(statements));
            sections.add(glance.grid(round).from(statements));
            List<Picture.Heat> then = picture.heatBefore(program, round);
            if (!then.isEmpty()) {
                sections.add(glance.movement(then, heats, round.number() - 1));
            }
            List<Matters.Contrast> contrasts = matters.differences(held.differences(program, round));
            if (!contrasts.isEmpty()) {
                sections.add(contrasts(contrasts));
            }
        }
        if (agreed.check().complete()) {
            sections.add(capacity(agreed.check()));
        }
        if (agreed.rightsWritten()) {
            sections.add(rights(agreed));
        }
        if (round.number() > 0) {
            sections.add(items(round, checklists.origins(program, round.number())));
        }
        String headline = whole.answered() == 0
                ? of("empty")
                : texts.of(
                        "operatingmodel.record.headline",
                        whole.percent().orElse(BigDecimal.ZERO),
                        whole.answered(),
                        whole.items(),
                        heats.stream().filter(Picture.Heat::empty).count());
        return new Document(headline, sections);
    }

    private Section contrasts(List<Matters.Contrast> contrasts) {
        return new Section(
                of("contrasts"),
                of("contrastsNote"),
                List.of(
                        column("item", TEXT),
                        column("statement", TEXT),
                        column("mine", TEXT),
                        column("theirs", TEXT),
                        column("program", TEXT),
                        column("since", DATE)),
                contrasts.stream()
                        .map(one -> List.of(
                                Cell.of(one.item()),
                                Cell.of(one.statement()),
                                Cell.of(one.mine()),
                                Cell.of(one.theirs()),
                                Cell.of(one.program()),
                                Cell.of(one.since())))
                        .toList(),
                null);
    }

    private Section rights(OperatingAgreement agreed) {
        List<List<Cell>> rows = matters.rows(agreed).stream()
                .filter(matter -> !matter.right().blank())
                .map(matter -> List.of(
                        Cell.of(texts.of("operatingmodel.matter." + matter.topic())),
                        Cell.of(matters.name(matter.right().decides())),
                        Cell.of(matters.name(matter.right().asked())),
                        Cell.of(matters.name(matter.right().told()))))
                .toList();
        return new Section(
                of("decisionRights"),
                agreed.inWords() ? agreed.decisionRights() : null,
                List.of(column("matter", TEXT), column("decides", TEXT), column("asked", TEXT), column("told", TEXT)),
                rows,
                null);
    }

    private Section capacity(Capacity check) {
        return new Section(
                of("capacity"),
                texts.of(
                        "operatingmodel.agents",
                        check.agentsNeeded().orElse(0),
                        check.agentsToday() == null ? BigDecimal.ZERO : check.agentsToday()),
                List.of(column("input", TEXT), column("number", NUMBER)),
                List.of(
                        row("weeklyVolume", check.weeklyVolume()),
                        share("relevantShare", check.relevantShare()),
                        share("coverage", check.coverage()),
                        share("automatedShare", check.automatedShare()),
                        row("minutesPerReply", check.minutesPerReply()),
                        row("hoursPerWeek", check.hoursPerWeek()),
                        row("agentsToday", check.agentsToday())),
                null);
    }

    private Section items(Round round, Map<String, Origin> origins) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ChecklistItem item : round.items()) {
            Answer answer = round.answer(item);
            Origin origin = origins.get(item.id());
            String state = !round.counts(item)
                    ? texts.of("operatingmodel.record.waits", item.from())
                    : answer.state() == null ? of("unanswered") : texts.of("operatingmodel.state." + answer.state());
            rows.add(List.of(
                    Cell.of(item.id()),
                    Cell.of(texts.of("operatingmodel.c." + item.c())),
                    Cell.of(texts.of("operatingmodel.verb." + item.verb())),
                    Cell.of(item.statement()),
                    Cell.of(glance.function(item.lead())),
                    Cell.of(state),
                    answer.owned() ? Cell.of(people.nameOf(String.valueOf(answer.owner()))) : Cell.none(),
                    Cell.of(answer.applies() ? answer.evidence() : answer.reason()),
                    origin == null ? Cell.none() : Cell.of(origin.on().toString()),
                    origin == null ? Cell.none() : Cell.of(origin.source())));
        }
        return new Section(
                of("checklist"),
                of("checklistNote"),
                List.of(
                        column("item", TEXT),
                        column("c", TEXT),
                        column("verb", TEXT),
                        column("statement", TEXT),
                        column("lead", TEXT),
                        column("state", TEXT),
                        column("owner", TEXT),
                        column("evidence", TEXT),
                        column("on", DATE),
                        column("source", TEXT)),
                rows,
                null);
    }

    private List<Cell> row(String input, @Nullable BigDecimal number) {
        return List.of(Cell.of(texts.of("operatingmodel.capacity." + input)), Cell.of(number));
    }

    private List<Cell> share(String input, @Nullable BigDecimal share) {
        return List.of(
                Cell.of(texts.of("operatingmodel.capacity." + input)),
                share == null ? Cell.none() : Cell.of(Share.show(share)));
    }

    private Column column(String name, Kind kind) {
        return new Column(of(name), kind);
    }

    private String of(String key) {
        return texts.of("operatingmodel.record." + key);
    }
}
