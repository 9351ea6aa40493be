package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.model.values.AgreeDraft.Evidence;
import org.waymark.model.values.AgreeDraft.Item;
import org.waymark.model.values.ValueAgreements.Agreed;
import org.waymark.model.values.ValueAgreements.Said;
import org.waymark.model.values.Weights.Share;
import org.waymark.process.FileShape;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The manager settles with the group on five to seven values and makes each of them checkable. */
@Component
class AgreeValues implements TaskWork<AgreeDraft> {

    private final ValueVotes votes;
    private final ValueAgreements agreements;
    private final Catalogue catalogue;
    private final Team team;
    private final Programs programs;
    private final ValueChoiceRules rules;
    private final ValueChoicePage page;
    private final RecallHistory recall;

    AgreeValues(
            ValueVotes votes,
            ValueAgreements agreements,
            Catalogue catalogue,
            Team team,
            Programs programs,
            ValueChoiceRules rules,
            ValueChoicePage page,
            RecallHistory recall) {
        this.votes = votes;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.team = team;
        this.programs = programs;
        this.rules = rules;
        this.page = page;
        this.recall = recall;
    }

    @Override
    public String key() {
        return "agreeValues";
    }

    @Override
    public Class<AgreeDraft> type() {
        return AgreeDraft.class;
    }

    /** What was agreed last time, or else the heaviest values with the measures the catalogue suggests. */
    @Override
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public AgreeDraft begin(WorkItem task) {
        String program = task.program();
        Map<String, Value> offered = catalogue.values().stream().collect(Collectors.toMap(Value::id, value -> value));
        return agreements
                .newest(program)
                .map(last -> again(program, last, offered))
                .orElseGet(() -> proposal(program, offered));
    }

    @Override
    public FileShape fromFile() {
        return FileShape.of(
                "values",
                "id",
                true,
                FileShape.text("measure"),
                FileShape.text("unit"),
                FileShape.text("better"),
                FileShape.text("baseline"),
                FileShape.number("target"),
                FileShape.text("date"),
                FileShape.person("owner"));
    }

    @Override
    public void check(WorkItem task, AgreeDraft draft) {
        rules.check(task.program(), draft);
    }

    @Override
    public List<Missing> missing(WorkItem task, AgreeDraft draft) {
        return rules.missing(task.program(), draft);
    }

    @Override
    public void submit(WorkItem task, AgreeDraft draft) {
        String program = task.program();
        Round round = votes.newest(program)
                .filter(newest -> !newest.open())
                .orElseThrow(() -> Refusal.conflict("values.stillOpen"));
        Map<String, BigDecimal> weights =
                votes.weights(program, round.round()).stream().collect(Collectors.toMap(Share::id, Share::percent));
        List<Agreed> agreed = new ArrayList<>();
        List<Said> evidence = new ArrayList<>();
        for (Item item : draft.values()) {
            String id = item.id();
            if (id == null) {
                continue;
            }
            agreed.add(agreed(item, id, agreed.size(), weights.getOrDefault(id, BigDecimal.ZERO)));
            item.evidence().stream()
                    .filter(said -> !said.blank())
                    .map(said -> said(id, said))
                    .forEach(evidence::add);
        }
        agreements.agree(program, round.round(), draft.reason(), WeighValues.person(task), agreed, evidence);
        recall.keep(
                program,
                RecallHistory.Moment.BEFORE,
                round.round(),
                round.asked(),
                votes.all(program, round.round()).stream().map(Vote::recalled).toList(),
                agreements.values(program, round.round()).stream()
                        .limit(LensCover.TOP)
                        .map(Agreed::id)
                        .toList());
    }

    @Override
    public View view(WorkItem task, AgreeDraft draft) {
        return new View(
                "values/agree",
                page.model(task.program(), draft, rules.topThree(task.program(), draft)),
                "values.agreeValues.button",
                draft.ids().size());
    }

    private Agreed agreed(Item item, String id, int turn, BigDecimal weight) {
        Value value = catalogue.value(id);
        return new Agreed(
                id,
                turn,
                weight,
                Objects.requireNonNullElse(item.measure(), value.measure()),
                Objects.requireNonNullElse(item.unit(), value.unit()),
                Objects.requireNonNullElse(item.better(), value.better()),
                item.startsAt(),
                item.measuredLater(),
                rounded(item.target()),
                item.date(),
                item.owner(),
                Objects.requireNonNullElse(item.promises(), value.promises()));
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(4, RoundingMode.HALF_UP);
    }

    private static Said said(String id, Evidence said) {
        return new Said(
                id,
                Objects.requireNonNull(said.what()),
                Objects.requireNonNull(said.from()),
                Objects.requireNonNull(said.date()),
                said.link());
    }

    private AgreeDraft proposal(String program, Map<String, Value> offered) {
        String currency = programs.get(program).currency();
        List<LensCover.Candidate> heaviest =
                votes.newest(program).map(round -> votes.weights(program, round.round())).orElse(List.of()).stream()
                        .map(share -> offered.get(share.id()))
                        .filter(Objects::nonNull)
                        .map(value -> new LensCover.Candidate(value.id(), value.lens()))
                        .toList();
        List<Item> items = LensCover.proposal(heaviest).stream()
                .map(id -> suggested(Objects.requireNonNull(offered.get(id)), currency, page.toldAbout(program, id)))
                .toList();
        return new AgreeDraft(items, null);
    }

    /** The catalogue's measure, money in the program's currency, and what customers told our people about it. */
    static Item suggested(Value value, String currency, List<Evidence> told) {
        String unit = value.unit().replace("currency", currency);
        return new Item(
                value.id(),
                value.measure(),
                unit,
                value.better(),
                null,
                null,
                null,
                null,
                null,
                told,
                value.promises());
    }

    private AgreeDraft again(String program, ValueAgreements.Agreement last, Map<String, Value> offered) {
        Map<String, List<Evidence>> evidence = agreements.evidence(program, last.round()).stream()
                .collect(Collectors.groupingBy(
                        Said::id,
                        Collectors.mapping(
                                s -> new Evidence(s.what(), s.source(), s.heardOn(), s.link()), Collectors.toList())));
        List<Item> items = agreements.values(program, last.round()).stream()
                .filter(value -> offered.containsKey(value.id()))
                .map(value -> again(program, value, evidence.getOrDefault(value.id(), List.of())))
                .toList();
        return new AgreeDraft(items, last.reason());
    }

    private Item again(String program, Agreed value, List<Evidence> evidence) {
        BigDecimal baseline = value.baseline();
        String owner = value.owner();
        return new Item(
                value.id(),
                value.measure(),
                value.unit(),
                value.better(),
                baseline == null ? null : baseline.stripTrailingZeros().toPlainString(),
                value.toBeMeasured(),
                value.target(),
                value.dueOn(),
                // Whoever has left the team since cannot own a value any more: the field starts empty.
                owner != null && team.includes(program, owner) ? owner : null,
                evidence,
                value.promises());
    }
}
