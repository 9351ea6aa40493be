package org.waymark.trace;

import java.util.List;
import org.springframework.stereotype.Service;
import org.waymark.stage.Correctable;
import org.waymark.stakeholder.Team;

/** Who is asked to look again at what is marked: whoever answers for it, once for as long as the mark is open. */
@Service
public class Looks {

    private final Marks marks;
    private final List<Correctable> models;
    private final Team team;

    Looks(Marks marks, List<Correctable> models, Team team) {
        this.marks = marks;
        this.models = models;
        this.team = team;
    }

    /** How many marked elements this person answers for. */
    public long askedOf(String program, String person) {
        return marks.open(program).stream()
                .filter(mark -> owns(program, mark, person))
                .map(Mark::element)
                .distinct()
                .count();
    }

    boolean owns(String program, Mark mark, String person) {
        return team.includes(program, person)
                && models.stream()
                        .filter(model -> model.stage().equals(mark.stage()))
                        .anyMatch(model -> model.owners(program, mark.element()).contains(person));
    }
}
