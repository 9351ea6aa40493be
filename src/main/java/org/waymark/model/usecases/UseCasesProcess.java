package org.waymark.model.usecases;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Ledger;
import org.waymark.web.Refusal;

/** The Java half of the use cases' diagram. */
@Component
public class UseCasesProcess {

    private final UseCaseStore store;
    private final Signing signing;
    private final Ledger ledger;

    UseCasesProcess(UseCaseStore store, Signing signing, Ledger ledger) {
        this.store = store;
        this.signing = signing;
        this.ledger = ledger;
    }

    /** The leads of the functions that ask for or accept what was chosen for now, each once. */
    public List<String> signatories(String program) {
        List<Choice> now = store.choices(program).stream().filter(Choice::now).toList();
        List<String> people = List.copyOf(signing.leads(program).signatories(now));
        if (people.isEmpty()) {
            throw Refusal.conflict("usecases.nobody-to-sign");
        }
        return people;
    }

    /** Ends the round of answers; teams that have not answered are recorded as such. */
    public void closeAgreements(String program) {
        if (!store.close(program, store.round(program))) {
            return;
        }
        List<Agreement> given = store.agreements(program);
        List<String> waiting = store.choices(program).stream()
                .filter(Choice::now)
                .map(choice -> Signatures.of(choice, given))
                .filter(both -> both.state() == Signatures.State.OPEN)
                .map(both -> both.choice().useCase())
                .toList();
        ledger.append(
                program, "CLOSED", null, null, "use-cases", Map.of("answers", given.size(), "unanswered", waiting));
    }
}
