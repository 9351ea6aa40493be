package org.waymark.model.values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.ledger.Ledger;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** A stakeholder spreads 100 points over at most eight values, alone, and may add one thing a customer said. */
@Component
class WeighValues implements TaskWork<WeighDraft> {

    static final int FACT_LENGTH = 2000;

    private final ValueVotes votes;
    private final Catalogue catalogue;
    private final Team team;
    private final Ledger ledger;

    WeighValues(ValueVotes votes, Catalogue catalogue, Team team, Ledger ledger) {
        this.votes = votes;
        this.catalogue = catalogue;
        this.team = team;
        this.ledger = ledger;
    }

    @Override
    public String key() {
        return "weighValues";
    }

    @Override
    public Class<WeighDraft> type() {
        return WeighDraft.class;
    }

    @Override
    public WeighDraft begin(WorkItem task) {
        Set<String> offered = catalogue.values().stream().map(Value::id).collect(Collectors.toSet());
        return votes.lastOf(task.program(), person(task))
                .map(vote -> {
                    Map<String, Integer> points = new LinkedHashMap<>(vote.given());
                    points.keySet().retainAll(offered);
                    return new WeighDraft(points, vote.fact());
                })
                .orElseGet(() -> new WeighDraft(Map.of(), null));
    }

    @Override
    public void check(WorkItem task, WeighDraft draft) {
        draft.given().forEach((id, points) -> {
            String field = "weights[" + id + "]";
            if (catalogue.values().stream().noneMatch(value -> value.id().equals(id))) {
                throw Refusal.bad("values.unknown", id).at(field);
            }
            if (points < 0 || points > Weights.POINTS) {
                throw Refusal.bad("values.points", points).at(field);
            }
        });
        String fact = draft.fact();
        if (fact != null && fact.length() > FACT_LENGTH) {
            throw Refusal.bad("values.tooLong", FACT_LENGTH, fact.length()).at("fact");
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, WeighDraft draft) {
        List<Missing> missing = new ArrayList<>();
        int total = Weights.total(draft.given());
        if (total < Weights.POINTS) {
            missing.add(new Missing("weights", "values.pointsLeft", Weights.POINTS - total));
        } else if (total > Weights.POINTS) {
            missing.add(new Missing("weights", "values.pointsOver", total - Weights.POINTS));
        }
        int spread = draft.given().size();
        if (spread > Weights.AT_MOST) {
            missing.add(new Missing("weights", "values.tooMany", Weights.AT_MOST, spread));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, WeighDraft draft) {
        String program = task.program();
        String person = person(task);
        Round round = votes.newest(program).filter(Round::open).orElseThrow(() -> Refusal.conflict("values.closed"));
        Vote vote = new Vote(person, Weights.written(draft.given()), draft.fact());
        Seal seal = Seal.over(vote.points() + "\n" + Objects.requireNonNullElse(vote.fact(), ""));
        votes.cast(program, round.round(), vote, seal);
        ledger.append(program, "VOTED", person, null, "weighValues", Map.of("commitment", seal.commitment()));
    }

    /** One row of the page: a value and the points it has so far. */
    record Row(Value value, int points) {}

    /** The rest of the list, one theme at a time. */
    record Theme(String name, List<Row> rows) {}

    @Override
    public View view(WorkItem task, WeighDraft draft) {
        Map<String, Integer> given = draft.given();
        Set<String> functions = team.members(task.program()).stream()
                .filter(member -> member.person().equals(task.assignee()))
                .map(WeighValues::functionOf)
                .collect(Collectors.toSet());
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
        int total = Weights.total(given);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("first", first);
        model.put(
                "rest",
                rest.entrySet().stream()
                        .map(e -> new Theme(e.getKey(), e.getValue()))
                        .toList());
        model.put("restCount", rest.values().stream().mapToInt(List::size).sum());
        model.put("total", total);
        model.put("left", Weights.POINTS - total);
        model.put("spread", given.size());
        model.put("atMost", Weights.AT_MOST);
        model.put("factLength", FACT_LENGTH);
        return new View("values/weigh", model, "values.weighValues.button");
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
