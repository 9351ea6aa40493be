package org.waymark.model.values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.ledger.Ledger;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.stage.EarlyQuestions;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** A stakeholder spreads 100 points over at most eight values, alone, and may add one thing a customer said. */
@Component
class WeighValues implements TaskWork<WeighDraft> {

    private final ValueVotes votes;
    private final Catalogue catalogue;
    private final Team team;
    private final Ledger ledger;
    private final Scorecards scorecards;
    private final WeighRules rules;
    private final EarlyQuestions early;

    WeighValues(
            ValueVotes votes,
            Catalogue catalogue,
            Team team,
            Ledger ledger,
            Scorecards scorecards,
            WeighRules rules,
            // the wishes for later years are the one thing another stage asks on this ballot
            @Qualifier("maturityEarlyWishes") EarlyQuestions early) {
        this.votes = votes;
        this.catalogue = catalogue;
        this.team = team;
        this.ledger = ledger;
        this.scorecards = scorecards;
        this.rules = rules;
        this.early = early;
    }

    @Override
    public String key() {
        return "weighValues";
    }

    @Override
    public Class<WeighDraft> type() {
        return WeighDraft.class;
    }

    /** The last answer comes back; what was tapped from memory never does, or it would not be. */
    @Override
    public WeighDraft begin(WorkItem task) {
        Set<String> offered = rules.offered();
        Scorecard said = scorecards.lastOf(task.program(), person(task)).orElse(Scorecard.BLANK);
        return votes.lastOf(task.program(), person(task))
                .map(vote -> {
                    Map<String, Integer> points = new LinkedHashMap<>(vote.given());
                    points.keySet().retainAll(offered);
                    return new WeighDraft(
                            List.of(),
                            points,
                            vote.fact(),
                            vote.factFrom(),
                            vote.factDate(),
                            vote.factValue(),
                            said,
                            wish(task));
                })
                .orElse(WeighDraft.EMPTY);
    }

    @Override
    public void check(WorkItem task, WeighDraft draft) {
        rules.check(draft);
        rules.check(draft, early(task));
    }

    @Override
    public List<Missing> missing(WorkItem task, WeighDraft draft) {
        List<Missing> missing = new ArrayList<>(rules.missing(draft));
        missing.addAll(rules.missing(draft, early(task)));
        return missing;
    }

    @Override
    public void submit(WorkItem task, WeighDraft draft) {
        String program = task.program();
        String person = person(task);
        Round round = votes.newest(program).filter(Round::open).orElseThrow(() -> Refusal.conflict("values.closed"));
        Vote vote = Vote.of(person, draft);
        Seal seal = Seal.over(vote.sealed());
        votes.cast(program, round.round(), vote, seal);
        if (draft.scorecard().answered()) {
            functions(task).stream()
                    .findFirst()
                    .ifPresent(
                            function -> scorecards.keep(program, round.round(), person, function, draft.scorecard()));
        }
        if (!early(task).isEmpty()) {
            early.keep(program, person, new LinkedHashMap<>(draft.wished()));
        }
        ledger.append(program, "VOTED", person, null, "weighValues", Map.of("commitment", seal.commitment()));
    }

    /** One row of the page: a value and the points it has so far. */
    record Row(Value value, int points) {}

    /** The rest of the list, one theme at a time. */
    record Theme(String name, List<Row> rows) {}

    /** One of the values to be tapped from memory. */
    record Tap(Value value, boolean picked) {}

    @Override
    public View view(WorkItem task, WeighDraft draft) {
        Map<String, Integer> given = draft.given();
        Set<String> functions = functions(task);
        List<Row> first = new ArrayList<>();
        Map<String, List<Row>> rest = new LinkedHashMap<>();
        for (Value value : catalogue.values()) {
            Row row = new Row(value, given.getOrDefault(value.id(), 0));
            if (row.points() != 0 || value.functions().stream().anyMatch(functions::contains)) {
                first.add(row);
            } else {
                rest.computeIfAbsent(value.theme(), theme -> new ArrayList<>()).add(row);
            }
        }
        int round = votes.newest(task.program()).map(Round::round).orElse(0);
        String seed = task.program() + "|before|" + round + "|" + task.assignee();
        int total = Weights.total(given);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "taps",
                Recall.shuffled(catalogue.values(), Value::id, seed).stream()
                        .map(value -> new Tap(value, draft.recall().contains(value.id())))
                        .toList());
        model.put("first", first);
        model.put(
                "rest",
                rest.entrySet().stream()
                        .map(e -> new Theme(e.getKey(), e.getValue()))
                        .toList());
        model.put("restCount", rest.values().stream().mapToInt(List::size).sum());
        model.put("values", catalogue.values());
        model.put("leads", !functions.isEmpty());
        model.put("total", total);
        model.put("left", Weights.POINTS - total);
        model.put("spread", given.size());
        model.put("atMost", Weights.AT_MOST);
        model.put("factLength", WeighRules.FACT_LENGTH);
        List<EarlyQuestions.Question> wishes = early(task);
        model.put("wishes", wishes);
        model.put("wished", draft.wished().size());
        return new View("values/weigh", model, "values.weighValues.button");
    }

    private List<EarlyQuestions.Question> early(WorkItem task) {
        return early.of(task.program(), person(task));
    }

    private Map<String, @Nullable Integer> wish(WorkItem task) {
        List<String> asked =
                early(task).stream().map(EarlyQuestions.Question::id).toList();
        Map<String, @Nullable Integer> said = new LinkedHashMap<>();
        if (!asked.isEmpty()) {
            said.putAll(early.answers(task.program(), person(task)));
            said.keySet().retainAll(asked);
        }
        return said;
    }

    /** The functions this person speaks for: who does is asked the scorecard question, and sees their values first. */
    private Set<String> functions(WorkItem task) {
        return team.members(task.program()).stream()
                .filter(member -> member.person().equals(task.assignee()))
                .map(WeighValues::functionOf)
                .filter(function -> !function.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Finance and legal speak for their function whether or not they lead it. */
    private static String functionOf(Member member) {
        String function = member.function();
        if (function != null) {
            return function;
        }
        return member.part() == Part.FINANCE ? "FN-FIN" : member.part() == Part.LEGAL ? "FN-LEG" : "";
    }

    static String person(WorkItem task) {
        String person = task.assignee();
        if (person == null) {
            throw Refusal.forbidden("values.nobodys");
        }
        return person;
    }
}
