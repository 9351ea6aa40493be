package org.waymark.model.capabilities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.ledger.Ledger;
import org.waymark.model.values.Recall;
import org.waymark.model.values.RecallHistory;
import org.waymark.web.Refusal;

/** The Java half of the capabilities diagram: who rates, and what happens when the round closes. */
@Component
public class CapabilitiesProcess {

    private final CapabilityVotes votes;
    private final Serving serving;
    private final RecallHistory recall;
    private final Ledger ledger;

    CapabilitiesProcess(CapabilityVotes votes, Serving serving, RecallHistory recall, Ledger ledger) {
        this.votes = votes;
        this.serving = serving;
        this.recall = recall;
        this.ledger = ledger;
    }

    /** Fixed when the round opened, because the engine asks again for every single task. */
    public List<String> raters(String program) {
        return votes.newest(program)
                .map(round -> votes.asked(program, round.round()))
                .filter(people -> !people.isEmpty())
                .orElseThrow(() -> Refusal.conflict("capabilities.nobody", program));
    }

    /** Counts the round: the spread of every capability, and how many named the agreed top three unprompted. */
    public void closeRating(String program) {
        Round round = votes.newest(program).orElseThrow(() -> Refusal.conflict("capabilities.nobody", program));
        if (!round.open()) {
            return;
        }
        List<Vote> cast = votes.all(program, round.round());
        List<Map<String, @Nullable Integer>> answers =
                cast.stream().map(Vote::levels).toList();
        List<Spread> spreads = serving.of(program).capabilities().stream()
                .map(capability -> spread(capability, answers))
                .toList();
        List<List<String>> picks = cast.stream().map(Vote::recalled).toList();
        List<String> topThree = serving.topThree(program);
        votes.close(
                program,
                round.round(),
                cast.size(),
                Recall.matchPercent(picks, topThree),
                Recall.overlapPercent(picks, topThree),
                spreads);
        recall.keep(program, RecallHistory.Moment.AFTER, round.round(), round.asked(), picks, topThree);
        List<String> voted = cast.stream().map(Vote::person).toList();
        Map<String, Object> data = new TreeMap<>();
        data.put("round", round.round());
        data.put("asked", round.asked());
        data.put("answered", cast.size());
        data.put(
                "notAnswered",
                votes.asked(program, round.round()).stream()
                        .filter(person -> !voted.contains(person))
                        .toList());
        ledger.append(program, "CLOSED", null, null, "rateCapabilities", data);
    }

    private static Spread spread(Capability capability, List<Map<String, @Nullable Integer>> answers) {
        List<@Nullable Integer> levels = new ArrayList<>();
        answers.stream()
                .filter(answer -> answer.containsKey(capability.id()))
                .forEach(answer -> levels.add(answer.get(capability.id())));
        return Spread.of(capability.id(), levels);
    }
}
