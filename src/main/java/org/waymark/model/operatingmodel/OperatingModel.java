package org.waymark.model.operatingmodel;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.stage.Ask;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.StageModel;

/** The sixth stage: how we will run it. */
@Component
class OperatingModel implements StageModel {

    private final Rounds rounds;
    private final OperatingAgreements agreements;
    private final OperatingRecord documents;
    private final HeldAnswers held;

    OperatingModel(Rounds rounds, OperatingAgreements agreements, OperatingRecord documents, HeldAnswers held) {
        this.rounds = rounds;
        this.agreements = agreements;
        this.documents = documents;
        this.held = held;
    }

    @Override
    public String stage() {
        return "operating-model";
    }

    @Override
    public int position() {
        return 6;
    }

    @Override
    public void open(String program, int round) {
        rounds.open(program, round);
    }

    /** What was agreed is true of the company from now on. */
    @Override
    public void passed(String program, int round) {
        held.hold(program, round);
    }

    @Override
    public List<Fact> facts(String program) {
        Round round = rounds.current(program);
        OperatingAgreement agreed = agreements.of(program, round.number()).orElse(OperatingAgreement.NONE);
        // Before the stage opens nothing is in scope, and nothing in scope must not read as nothing missing.
        long unanswered = round.number() == 0 ? round.items().size() : round.unanswered();
        return List.of(
                Fact.count("itemsUnanswered", unanswered),
                Fact.count("firstWaveItemsWithoutOwner", round.firstWaveWithoutOwner(item -> true)),
                Fact.count(
                        "manageItemsWithoutOwner",
                        round.firstWaveWithoutOwner(item -> item.verb().equals("manage"))),
                Fact.yesNo("decisionRightsRecorded", agreed.rightsWritten()),
                Fact.yesNo("capacityChecked", agreed.check().complete()),
                Fact.count("agentsMissing", agreed.check().agentsMissing().orElse(0)),
                Fact.percent(
                        "checklistInPlacePercent",
                        round.score(item -> true).percent().orElse(BigDecimal.ZERO)));
    }

    @Override
    public Document record(String program) {
        Round round = rounds.current(program);
        return documents.draw(
                program, round, agreements.latest(program, round.number()).orElse(OperatingAgreement.NONE));
    }

    @Override
    public String elsewhere() {
        return "operatingmodel.record.contrasts";
    }

    @Override
    public String contribution() {
        return "answerChecklist";
    }

    @Override
    public List<String> agreeing() {
        return List.of(
                "agreeConversation",
                "agreeCommunity",
                "agreeCollaboration",
                "agreeCampaign",
                "agreeContent",
                "agreeOperatingModel");
    }

    @Override
    public List<Ask> asks() {
        return List.of(
                new Ask("answerChecklist", "FUNCTION_LEAD", 10),
                new Ask("agreeConversation", "OWNER_CONVERSATION", 10),
                new Ask("agreeCommunity", "OWNER_COMMUNITY", 10),
                new Ask("agreeCollaboration", "OWNER_COLLABORATION", 10),
                new Ask("agreeCampaign", "OWNER_CAMPAIGN", 10),
                new Ask("agreeContent", "OWNER_CONTENT", 10),
                new Ask("agreeOperatingModel", "MANAGER", 20));
    }
}
