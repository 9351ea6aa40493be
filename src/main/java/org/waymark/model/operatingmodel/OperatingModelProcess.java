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

    /** Everybody whose function leads an item that counts. */
    public List<String> answerers(String program) {
        return Scope.asked(List.copyOf(rounds.asked(program).scope().values()));
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
