package org.waymark.model.architecture;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Ledger;
import org.waymark.web.Refusal;

/** The Java half of the architecture's diagram. */
@Component
public class ArchitectureProcess {

    private final ArchitectureStore store;
    private final Landscapes landscapes;
    private final Ledger ledger;

    ArchitectureProcess(ArchitectureStore store, Landscapes landscapes, Ledger ledger) {
        this.store = store;
        this.landscapes = landscapes;
        this.ledger = ledger;
    }

    /** The business owners named in the decisions, each once. */
    public List<String> reviewers(String program) {
        List<String> owners = landscapes.owners(program);
        if (owners.isEmpty()) {
            throw Refusal.conflict("architecture.nobody-to-review");
        }
        return owners;
    }

    /** Ends the round of reviews; owners who have not looked are recorded as such. */
    public void closeReviews(String program) {
        if (!store.close(program)) {
            return;
        }
        ledger.append(
                program,
                "CLOSED",
                null,
                null,
                "architecture",
                Map.of(
                        "verdicts", store.reviews(program).size(),
                        "objections", landscapes.of(program).objections().size(),
                        "unanswered", List.copyOf(landscapes.silent(program))));
    }
}
