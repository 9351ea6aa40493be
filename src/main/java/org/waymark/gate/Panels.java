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
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Who decides: the route says which parts, the team says which people, separation of duties says who may not. */
@Component
class Panels {

    private final DecisionTables tables;
    private final Programs programs;
    private final Team team;
    private final Deputies deputies;
    private final WorkItems work;
    private final Stages stages;

    Panels(DecisionTables tables, Programs programs, Team team, Deputies deputies, WorkItems work, Stages stages) {
        this.tables = tables;
        this.programs = programs;
        this.team = team;
        this.deputies = deputies;
        this.work = work;
        this.stages = stages;
    }

    Route route(String program, String stage) {
        Program found = programs.get(program);
        return Route.of(tables.evaluate(
                "gate-route",
                Map.of("stage", stage, "depth", found.depth(), "investmentBand", found.investmentBand())));
    }

    /** The people of the route, the barred ones left out; refused when nobody remains. */
    List<Votes.Seat> seats(String program, String stage, Route route, @Nullable String submitter) {
        Set<String> barred = barred(program, stage, submitter);
        Map<String, Votes.Seat> seats = new LinkedHashMap<>();
        for (Part part : route.panel()) {
            for (String person : team.holding(program, part)) {
                if (!barred.contains(person)) {
                    seats.putIfAbsent(
                            person,
                            new Votes.Seat(
                                    person,
                                    part.name(),
                                    seats.size() + 1,
                                    route.veto().contains(part),
                                    null));
                }
            }
        }
        if (seats.isEmpty()) {
            throw Refusal.conflict("gate.nobody", program);
        }
        return List.copyOf(seats.values());
    }

    /** Separation of duties: nobody decides on what they handed in, ran or agreed themselves. */
    Set<String> barred(String program, String stage, @Nullable String submitter) {
        Set<String> barred = new HashSet<>();
        barred.add(team.manager(program));
        if (submitter != null) {
            barred.add(submitter);
        }
        // contributing, signing and reviewing do not bar
        List<String> keys = stages.of(stage).agreeing();
        for (WorkItem item : work.history(program, stage)) {
            if (keys.contains(item.taskKey()) && item.endedBy() != null) {
                barred.add(item.endedBy());
            }
        }
        barred.addAll(deputies.standingIn(program, Set.copyOf(barred), stage));
        return barred;
    }
}
