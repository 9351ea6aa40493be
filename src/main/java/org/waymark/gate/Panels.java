package org.waymark.gate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.DecisionTables;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.route.OwnRoutes;
import org.waymark.route.Route;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Who decides: the route says which parts, the team says which people, separation of duties says who may not. */
@Component
class Panels {

    private final DecisionTables tables;
    private final OwnRoutes own;
    private final Programs programs;
    private final Team team;
    private final Deputies deputies;
    private final WorkItems work;
    private final Stages stages;
    private final Exemptions exemptions;
    private final People people;

    Panels(
            DecisionTables tables,
            OwnRoutes own,
            Programs programs,
            Team team,
            Deputies deputies,
            WorkItems work,
            Stages stages,
            Exemptions exemptions,
            People people) {
        this.tables = tables;
        this.own = own;
        this.programs = programs;
        this.team = team;
        this.deputies = deputies;
        this.work = work;
        this.stages = stages;
        this.exemptions = exemptions;
        this.people = people;
    }

    /** What the shipped table says, unless the organisation has set a panel of its own. */
    Route route(String program, String stage) {
        Program found = programs.get(program);
        Route shipped = Route.of(tables.evaluate(
                "gate-route",
                Map.of("stage", stage, "depth", found.depth(), "investmentBand", found.investmentBand())));
        return own.covering(stage, found.depth(), found.investmentBand())
                .map(one -> one.route(shipped.days()))
                .orElse(shipped);
    }

    /** The people of the route, the barred ones left out; refused when nobody remains. */
    List<Votes.Seat> seats(String program, String stage, Route route, @Nullable String submitter) {
        Set<String> barred = barred(program, stage, submitter);
        Map<String, Votes.Seat> seats = new LinkedHashMap<>();
        for (String source : route.panel()) {
            for (String person : people(program, source)) {
                if (!barred.contains(person)) {
                    seats.putIfAbsent(
                            person,
                            new Votes.Seat(
                                    person,
                                    source,
                                    seats.size() + 1,
                                    route.veto().contains(source),
                                    null));
                }
            }
        }
        if (seats.isEmpty()) {
            throw Refusal.conflict("gate.nobody", program);
        }
        return List.copyOf(seats.values());
    }

    /** The people a panel's source means now: who plays a part, who rates in a group, or somebody by name. */
    List<String> people(String program, String source) {
        if (source.startsWith("@")) {
            String person = source.substring(1);
            return people.find(person).filter(Person::active).isPresent() ? List.of(person) : List.of();
        }
        if (source.startsWith("#")) {
            return team.members(program).stream()
                    .filter(member -> source.substring(1).equals(member.group()))
                    .map(Member::person)
                    .distinct()
                    .toList();
        }
        return team.holding(program, Part.valueOf(source));
    }

    /** Separation of duties: nobody decides on what they handed in, ran or agreed themselves, without a second name. */
    Set<String> barred(String program, String stage, @Nullable String submitter) {
        Set<String> barred = new HashSet<>(bars(program, stage, submitter).keySet());
        barred.removeAll(exemptions.holding(
                program, stage, programs.stage(program, stage).round()));
        return barred;
    }

    /** Everybody separation of duties bars, and why; exceptions do not shorten this list. */
    Map<String, Exemption.Bar> bars(String program, String stage, @Nullable String submitter) {
        Map<String, Exemption.Bar> bars = new LinkedHashMap<>();
        bars.put(team.manager(program), Exemption.Bar.MANAGER);
        if (submitter != null) {
            bars.putIfAbsent(submitter, Exemption.Bar.SUBMITTED);
        }
        // contributing, signing and reviewing do not bar
        List<String> keys = stages.of(stage).agreeing();
        for (WorkItem item : work.history(program, stage)) {
            if (keys.contains(item.taskKey()) && item.endedBy() != null) {
                bars.putIfAbsent(item.endedBy(), Exemption.Bar.AGREED);
            }
        }
        deputies.standingIn(program, Set.copyOf(bars.keySet()), stage)
                .forEach(deputy -> bars.putIfAbsent(deputy, Exemption.Bar.DEPUTY));
        return bars;
    }
}
