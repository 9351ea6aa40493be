package org.waymark.model.operatingmodel;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the operating model's diagram asks for: who answers, and who owns each C. */
@Component
public class OperatingModelProcess {

    private final Rounds rounds;

    OperatingModelProcess(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Everybody whose function leads an item nobody has settled; when all is settled the manager looks once. */
    public List<String> answerers(String program) {
        List<String> asked =
                Scope.asked(List.copyOf(rounds.asked(program).scope().values()));
        return asked.isEmpty() ? List.of(rounds.manager(program)) : asked;
    }

    /** Nothing to count here: every answer was stored when it was handed in, and what is missing counts as open. */
    public void closeAnswers(String program) {}

    public String owners(String program) {
        return rounds.isLite(program) ? "NONE" : "FIVE_OWNERS";
    }

    public String owner(String program, String c) {
        return rounds.owner(program, c);
    }
}
