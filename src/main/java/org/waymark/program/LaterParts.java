package org.waymark.program;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.stage.Ask;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/**
 * The parts a later stage needs and nobody plays yet: asked for a week before the stage opens, never earlier. A stage
 * opens about the planned gate day of the stage before it; once that stage is at its gate it may open any day.
 */
@Component
public class LaterParts {

    static final int DAYS_AHEAD = 7;

    private final Programs programs;
    private final Team team;
    private final Stages stages;
    private final Clock clock;

    LaterParts(Programs programs, Team team, Stages stages, Clock clock) {
        this.programs = programs;
        this.team = team;
        this.stages = stages;
        this.clock = clock;
    }

    /** A stage that opens soon, about which day, and the parts nobody plays there. */
    public record Unfilled(String stage, LocalDate opens, List<Part> parts) {}

    /** What the manager should name now; empty while nothing is near. */
    public List<Unfilled> of(Program program) {
        if (!program.isRunning()) {
            return List.of();
        }
        List<Part> held = team.members(program.code()).stream()
                .map(member -> member.part())
                .distinct()
                .toList();
        return unfilled(
                programs.stages(program.code()), stages.inOrder(), held, program.isLite(), LocalDate.now(clock));
    }

    /** The same from what a summary of the program holds. */
    public List<Unfilled> of(List<StageState> states, List<Part> held, boolean lite) {
        return unfilled(states, stages.inOrder(), held, lite, LocalDate.now(clock));
    }

    static List<Unfilled> unfilled(
            List<StageState> states, List<StageModel> models, List<Part> held, boolean lite, LocalDate today) {
        List<Unfilled> unfilled = new ArrayList<>();
        LocalDate opens = today;
        boolean near = false;
        for (StageState state : states) {
            if (state.state().equals("AHEAD") && (near || !today.isBefore(opens.minusDays(DAYS_AHEAD)))) {
                List<Part> missing = missing(state.stage(), models, held, lite);
                if (!missing.isEmpty()) {
                    unfilled.add(new Unfilled(state.stage(), opens, missing));
                }
            }
            near = state.state().equals("AT_GATE");
            if (!state.isPassed() && state.planned() != null && state.planned().isAfter(opens)) {
                opens = state.planned();
            }
        }
        return unfilled;
    }

    private static List<Part> missing(String stage, List<StageModel> models, List<Part> held, boolean lite) {
        return models.stream()
                .filter(model -> model.stage().equals(stage))
                .flatMap(model -> model.asks().stream())
                .map(Ask::part)
                // everybody in the team, or whoever was made owner of a line, is no part that is named beforehand
                .filter(part -> !part.equals("STAKEHOLDER") && !part.equals("OWNER"))
                .map(Part::valueOf)
                .filter(part -> !held.contains(part) && !(lite && part.skippedWhenLite()))
                .distinct()
                .toList();
    }
}
