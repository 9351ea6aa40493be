package org.waymark.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.process.DecisionTables;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.stage.Ask;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** What sending back costs: the people asked again and the working days until this gate comes round once more. */
@Component
class AskAgain {

    private final Stages stages;
    private final Programs programs;
    private final Team team;
    private final DecisionTables tables;

    AskAgain(Stages stages, Programs programs, Team team, DecisionTables tables) {
        this.stages = stages;
        this.programs = programs;
        this.team = team;
        this.tables = tables;
    }

    record Cost(int people, int days) {}

    /** From the stage sent back to, up to and including the gate that sends back. */
    Cost cost(String program, String to, String from) {
        Program found = programs.get(program);
        List<String> ids = stages.ids();
        List<String> again = ids.subList(ids.indexOf(to), ids.indexOf(from) + 1);
        Set<String> people = new HashSet<>();
        int days = 0;
        for (String stage : again) {
            stages.of(stage).asks().forEach(ask -> people.addAll(asked(program, ask)));
            Map<String, Object> tempo = tables.evaluate("stage-tempo", Map.of("stage", stage, "depth", found.depth()));
            days += days(tempo, "contributeDays") + days(tempo, "agreeDays");
        }
        return new Cost(people.size(), days);
    }

    private List<String> asked(String program, Ask ask) {
        if (ask.part().equals("STAKEHOLDER") || ask.part().equals("OWNER")) {
            return team.stakeholders(program);
        }
        List<String> holders = team.holding(program, Part.valueOf(ask.part()));
        return holders.isEmpty() ? List.of(team.manager(program)) : holders;
    }

    private static int days(Map<String, Object> row, String name) {
        return row.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
