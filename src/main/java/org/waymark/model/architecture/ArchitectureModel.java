package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.waymark.stage.Ask;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.StageModel;

/** The stage in which every component gets a decision and every kind of data one master. */
@Service
class ArchitectureModel implements StageModel {

    private final ArchitectureStore store;
    private final Landscapes landscapes;
    private final ArchitectureRecord document;
    private final HeldDecisions held;

    ArchitectureModel(ArchitectureStore store, Landscapes landscapes, ArchitectureRecord document, HeldDecisions held) {
        this.store = store;
        this.landscapes = landscapes;
        this.document = document;
        this.held = held;
    }

    @Override
    public String stage() {
        return "architecture";
    }

    @Override
    public int position() {
        return 7;
    }

    /** Needs nobody beyond the architect, for whom the manager stands in. */
    @Override
    public void open(String program, int round) {
        store.open(program, round);
    }

    /** What was agreed is true of the company from now on. */
    @Override
    public void passed(String program, int round) {
        held.hold(program, round);
    }

    @Override
    public List<Fact> facts(String program) {
        Landscape landscape = landscapes.of(program);
        List<Fact> facts = new ArrayList<>(landscape.facts());
        facts.addAll(landscapes.links(program, landscape).facts());
        return facts;
    }

    @Override
    public Document record(String program) {
        return document.of(program, landscapes.of(program));
    }

    @Override
    public String elsewhere() {
        return "architecture.record.contrasts";
    }

    @Override
    public String contribution() {
        return "reviewArchitecture";
    }

    @Override
    public List<String> agreeing() {
        return List.of("agreeArchitecture");
    }

    @Override
    public List<Ask> asks() {
        return List.of(
                new Ask("decideComponents", "ARCHITECT", 45),
                new Ask("reviewArchitecture", "FUNCTION_LEAD", 8),
                new Ask("agreeArchitecture", "MANAGER", 10));
    }
}
