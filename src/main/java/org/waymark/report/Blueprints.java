package org.waymark.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.gate.Decisions;
import org.waymark.gate.Exemption;
import org.waymark.gate.Exemptions;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.promise.Conditions;
import org.waymark.security.People;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Team;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** Gathers the blueprint of a program as it stands now. */
@Service
class Blueprints {

    private final Programs programs;
    private final Team team;
    private final People people;
    private final Stages stages;
    private final Decisions decisions;
    private final Conditions conditions;
    private final Exemptions exemptions;
    private final Texts texts;
    private final Clock clock;

    Blueprints(
            Programs programs,
            Team team,
            People people,
            Stages stages,
            Decisions decisions,
            Conditions conditions,
            Exemptions exemptions,
            Texts texts,
            Clock clock) {
        this.programs = programs;
        this.team = team;
        this.people = people;
        this.stages = stages;
        this.decisions = decisions;
        this.conditions = conditions;
        this.exemptions = exemptions;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Blueprint of(String program) {
        List<Exemption> excepted = exemptions.of(program);
        return new Blueprint(
                programs.get(program),
                people.nameOf(team.sponsor(program)),
                people.nameOf(team.manager(program)),
                LocalDate.now(clock),
                programs.stages(program).stream().map(this::chapter).toList(),
                decisions.of(program).stream()
                        .map(one -> new Blueprint.Decided(
                                one.decidedAt()
                                        .atZoneSameInstant(clock.getZone())
                                        .toLocalDate(),
                                texts.of("stage." + one.stage()),
                                texts.of("report.decision." + one.decision()),
                                one.deciders().stream()
                                        .map(person -> named(excepted, one, person))
                                        .collect(Collectors.joining(", ")),
                                one.reason()))
                        .toList(),
                conditions.open(program).stream()
                        .map(one -> new Blueprint.Owed(
                                one.due(), texts.of("stage." + one.stage()), one.text(), people.nameOf(one.owner())))
                        .toList());
    }

    /** A decision by exception says so, with the two names behind it. */
    private String named(List<Exemption> excepted, Decisions.Decided decided, String person) {
        return excepted.stream()
                .filter(one -> one.stage().equals(decided.stage()) && one.holds(decided.round()))
                .filter(one -> one.person().equals(person))
                .findFirst()
                .map(one -> texts.of(
                        "report.excepted",
                        people.nameOf(person),
                        people.nameOf(one.askedBy()),
                        people.nameOf(String.valueOf(one.settledBy()))))
                .orElseGet(() -> people.nameOf(person));
    }

    /** A stage that has not begun has no record; its chapter says when its gate is planned. */
    private Blueprint.Chapter chapter(StageState state) {
        boolean begun = state.since() != null && !"AHEAD".equals(state.state());
        return new Blueprint.Chapter(
                state,
                texts.of("stage." + state.stage()),
                texts.of("stage." + state.stage() + ".purpose"),
                standing(state),
                begun ? trimmed(stages.of(state.stage()).record(state.program())) : null);
    }

    private String standing(StageState state) {
        if (state.decidedAt() != null && state.decision() != null) {
            return texts.of(
                    "report.decided",
                    texts.of("report.decision." + state.decision()),
                    day(state.decidedAt().atZoneSameInstant(clock.getZone()).toLocalDate()));
        }
        String now = texts.of("stage.state." + state.state());
        return state.planned() == null ? now : texts.of("report.planned", now, day(state.planned()));
    }

    private static String day(LocalDate day) {
        return Dates.here().date(day);
    }

    /** Without the columns nobody filled: paper and slides are narrower than a screen. */
    private static Document trimmed(Document document) {
        return new Document(
                document.headline(),
                document.sections().stream().map(Blueprints::trimmed).toList());
    }

    private static Section trimmed(Section section) {
        List<Integer> filled = IntStream.range(0, section.columns().size())
                .filter(at -> section.rows().stream().anyMatch(row -> filled(row.get(at))))
                .boxed()
                .toList();
        return new Section(
                section.heading(),
                section.note(),
                filled.stream().map(section.columns()::get).toList(),
                section.rows().stream()
                        .map(row -> filled.stream().map(row::get).toList())
                        .toList(),
                section.chart());
    }

    private static boolean filled(Document.Cell cell) {
        return cell.number() != null || (cell.text() != null && !cell.text().isBlank());
    }
}
