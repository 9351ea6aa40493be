package org.waymark.model.usecases;

import java.util.List;
import org.springframework.stereotype.Service;
import org.waymark.stage.Ask;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.StageModel;
import org.waymark.web.Refusal;

/** The stage in which teams agree what to bring to life first. */
@Service
class UseCasesModel implements StageModel {

    private final UseCaseStore store;
    private final Signing signing;
    private final UseCasesRecord document;

    UseCasesModel(UseCaseStore store, Signing signing, UseCasesRecord document) {
        this.store = store;
        this.signing = signing;
        this.document = document;
    }

    @Override
    public String stage() {
        return "use-cases";
    }

    @Override
    public int position() {
        return 5;
    }

    @Override
    public void open(String program, int round) {
        if (signing.leads(program).perFunction().isEmpty()) {
            throw Refusal.conflict("usecases.no-leads");
        }
        store.open(program, round);
    }

    @Override
    public List<Fact> facts(String program) {
        return beginning(program).facts();
    }

    @Override
    public Document record(String program) {
        return document.of(program, beginning(program));
    }

    private Beginning beginning(String program) {
        return Beginning.of(
                store.choices(program),
                store.agreements(program),
                store.wave(program),
                signing.leads(program),
                store.today());
    }

    @Override
    public String contribution() {
        return "agreeUseCases";
    }

    @Override
    public List<String> agreeing() {
        return List.of("planFirstWave");
    }

    @Override
    public List<Ask> asks() {
        return List.of(
                new Ask("chooseUseCases", "MANAGER", 20),
                new Ask("agreeUseCases", "FUNCTION_LEAD", 8),
                new Ask("planFirstWave", "MANAGER", 10));
    }
}
