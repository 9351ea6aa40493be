package org.waymark.model.operatingmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.company.Standing;
import org.waymark.model.maturity.AgreedMaturity;
import org.waymark.model.usecases.FirstWave;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** Opens rounds of the checklist and finds what a task is about. */
@Component("operatingmodelRounds")
class Rounds {

    private static final int ALL_LEVELS = 4;

    private final Catalogue catalogue;
    private final Checklists checklists;
    private final AgreedMaturity maturity;
    private final FirstWave wave;
    private final Team team;
    private final WorkItems workItems;
    private final HeldAnswers held;
    // Programs knows the stages and the stages know their models, so it can only be asked for when it is needed.
    private final ObjectProvider<Programs> programs;

    Rounds(
            Catalogue catalogue,
            Checklists checklists,
            AgreedMaturity maturity,
            FirstWave wave,
            Team team,
            WorkItems workItems,
            HeldAnswers held,
            ObjectProvider<Programs> programs) {
        this.catalogue = catalogue;
        this.checklists = checklists;
        this.maturity = maturity;
        this.wave = wave;
        this.team = team;
        this.workItems = workItems;
        this.held = held;
        this.programs = programs;
    }

    /** What this program has answered before it is asked again; what only the company holds may be settled. */
    void open(String program, int round) {
        List<Scope> scope = Scope.of(
                catalogue.checklist(),
                maturity.inTwoYears(program).orElse(ALL_LEVELS),
                isLite(program),
                wave.capabilities(program),
                item -> asked(program, item));
        Set<String> own = checklists.known(program, round).keySet();
        Map<String, Standing> settled = new LinkedHashMap<>(standings(program));
        settled.values().removeIf(standing -> !standing.settled());
        settled.keySet().removeAll(own);
        settled.keySet()
                .removeIf(item -> scope.stream().noneMatch(each -> each.item().equals(item) && each.counted()));
        checklists.open(
                program,
                round,
                scope.stream()
                        .map(item -> settled.containsKey(item.item()) ? item.settle() : item)
                        .toList());
        held.takeOver(program, round, settled);
    }

    /** What the company holds of the checklist, as this program meets it. */
    Map<String, Standing> standings(String program) {
        return held.standings(program, catalogue.checklist(), wave.capabilities(program));
    }

    Round current(String program) {
        Round asked = asked(program);
        return asked.with(checklists.answers(program, asked.number()));
    }

    /** The round before the current one with its answers; empty as long as there is none. */
    Optional<Round> before(String program, Round now) {
        if (now.number() < 2) {
            return Optional.empty();
        }
        Checklists.Opened opened = checklists.opened(program, now.number() - 1);
        return opened.scope().isEmpty()
                ? Optional.empty()
                : Optional.of(Round.of(opened.round(), catalogue.checklist(), opened.scope(), Map.of())
                        .with(checklists.answers(program, opened.round())));
    }

    /** The current round without its answers: enough to know what is asked of whom. */
    Round asked(String program) {
        Checklists.Opened opened = checklists.latest(program);
        return Round.of(opened.round(), catalogue.checklist(), opened.scope(), Map.of());
    }

    /** The items a task of the first step is about; after it was passed on still the same ones. */
    List<ChecklistItem> itemsOf(WorkItem task, Round round) {
        List<Scope.Holder> holders = workItems.all(task.program(), task.taskKey(), task.instance()).stream()
                .map(item -> new Scope.Holder(
                        item.task(), item.assignee() == null ? String.valueOf(item.endedBy()) : item.assignee()))
                .toList();
        List<String> asked = Scope.asked(List.copyOf(round.scope().values()));
        String whose = Scope.match(asked, holders).get(task.task());
        return whose == null ? List.of() : round.askedOf(whose);
    }

    boolean isLite(String program) {
        return programs.getObject().get(program).isLite();
    }

    String manager(String program) {
        return team.manager(program);
    }

    String owner(String program, String c) {
        return team.first(program, Part.valueOf("OWNER_" + c.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> team.manager(program));
    }

    /** Who leads the function; without a lead the owner of the C, and in the end the manager. */
    private String asked(String program, ChecklistItem item) {
        return team.lead(program, item.lead()).orElseGet(() -> owner(program, item.c()));
    }

    /** The functions each person of the team speaks for. */
    Map<String, List<String>> functionsOfPeople(String program) {
        return team.members(program).stream()
                .filter(member -> member.function() != null)
                .collect(Collectors.groupingBy(
                        member -> member.person(),
                        Collectors.mapping(member -> String.valueOf(member.function()), Collectors.toList())));
    }
}
