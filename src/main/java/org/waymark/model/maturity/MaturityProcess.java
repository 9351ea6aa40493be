package org.waymark.model.maturity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** What the maturity diagram asks for: who votes, and that everything is revealed at once. */
@Component
public class MaturityProcess {

    private final Team team;
    private final Rounds rounds;

    MaturityProcess(Team team, Rounds rounds) {
        this.team = team;
        this.rounds = rounds;
    }

    /** Those named as raters; when nobody is, every stakeholder. */
    public List<String> raters(String program) {
        return raters(team, program);
    }

    public void revealVotes(String program) {
        rounds.reveal(program);
    }

    static List<String> raters(Team team, String program) {
        Set<String> named = new LinkedHashSet<>(team.holding(program, Part.RATER));
        return List.copyOf(named.isEmpty() ? new LinkedHashSet<>(team.stakeholders(program)) : named);
    }
}
