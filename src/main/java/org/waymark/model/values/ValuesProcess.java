package org.waymark.model.values;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Ledger;
import org.waymark.model.values.Weights.Share;
import org.waymark.web.Refusal;

/** The Java half of the values diagram: who weighs, and what happens when the round closes. */
@Component
public class ValuesProcess {

    private final ValueVotes votes;
    private final Ledger ledger;

    ValuesProcess(ValueVotes votes, Ledger ledger) {
        this.votes = votes;
        this.ledger = ledger;
    }

    /** Fixed when the round opened, because the engine asks again for every single task. */
    public List<String> weighers(String program) {
        return votes.newest(program)
                .map(round -> votes.asked(program, round.round()))
                .filter(people -> !people.isEmpty())
                .orElseThrow(() -> Refusal.conflict("values.nobody", program));
    }

    /** Sums the round; from here on the group's weights may be seen, and nobody's own points ever. */
    public void closeWeighing(String program) {
        Round round = votes.newest(program).orElseThrow(() -> Refusal.conflict("values.nobody", program));
        if (!round.open()) {
            return;
        }
        List<Vote> cast = votes.all(program, round.round());
        List<Map<String, Integer>> given = cast.stream().map(Vote::given).toList();
        List<Share> shares = Weights.shares(given);
        Optional<BigDecimal> concordance = Concordance.kendallsW(given);
        votes.close(program, round.round(), cast.size(), shares, concordance, Concordance.topThreeOverlap(given));
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
        ledger.append(program, "CLOSED", null, null, "weighValues", data);
    }
}
