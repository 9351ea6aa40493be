package org.waymark.model.capabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.company.Standing;
import org.waymark.company.Taken;
import org.waymark.ledger.Ledger;
import org.waymark.model.values.Recall;
import org.waymark.model.values.Seal;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** A function lead names the top three values from memory, then says how far each capability has come. */
@Component
class RateCapabilities implements TaskWork<RateDraft> {

    static final int MOST = 3;

    private final CapabilityVotes votes;
    private final Serving serving;
    private final Catalogue catalogue;
    private final Asking asking;
    private final KnownCapabilities known;
    private final Ledger ledger;

    RateCapabilities(
            CapabilityVotes votes,
            Serving serving,
            Catalogue catalogue,
            Asking asking,
            KnownCapabilities known,
            Ledger ledger) {
        this.votes = votes;
        this.serving = serving;
        this.catalogue = catalogue;
        this.asking = asking;
        this.known = known;
        this.ledger = ledger;
    }

    @Override
    public String key() {
        return "rateCapabilities";
    }

    @Override
    public Class<RateDraft> type() {
        return RateDraft.class;
    }

    /** Last round's ratings come back; the recall never does, or it would not be one. */
    @Override
    public RateDraft begin(WorkItem task) {
        Serving.Picture picture = serving.of(task.program());
        Map<String, @Nullable Integer> have = new LinkedHashMap<>();
        votes.lastOf(task.program(), person(task))
                .ifPresent(vote -> vote.levels().forEach((id, level) -> {
                    if (picture.serves(id)) {
                        have.put(id, level);
                    }
                }));
        return new RateDraft(List.of(), have);
    }

    @Override
    public void check(WorkItem task, RateDraft draft) {
        Set<String> values = catalogue.values().stream().map(Value::id).collect(Collectors.toSet());
        for (String id : draft.recall()) {
            if (!values.contains(id)) {
                throw Refusal.bad("capabilities.unknownValue", id).at("recall");
            }
        }
        Serving.Picture picture = serving.of(task.program());
        draft.have().forEach((id, level) -> {
            String field = "have[" + id + "]";
            if (!picture.serves(id)) {
                throw Refusal.bad("capabilities.unknown", id).at(field);
            }
            if (level != null && (level < 0 || level > MOST)) {
                throw Refusal.bad("capabilities.level", level).at(field);
            }
        });
    }

    @Override
    public List<Missing> missing(WorkItem task, RateDraft draft) {
        List<Missing> missing = new ArrayList<>();
        int taps = draft.recall().size();
        if (taps < Recall.TAPS) {
            missing.add(new Missing("recall", "capabilities.recallLeft", Recall.TAPS - taps));
        } else if (taps > Recall.TAPS) {
            missing.add(new Missing("recall", "capabilities.recallOver", Recall.TAPS, taps));
        }
        Serving.Picture picture = serving.of(task.program());
        Set<String> asked = asking.of(task.program(), person(task), picture);
        for (Capability capability : picture.capabilities()) {
            if (asked.contains(capability.id()) && !draft.have().containsKey(capability.id())) {
                missing.add(new Missing("have[" + capability.id() + "]", "capabilities.notRated", capability.name()));
            }
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, RateDraft draft) {
        String program = task.program();
        String person = person(task);
        Round round =
                votes.newest(program).filter(Round::open).orElseThrow(() -> Refusal.conflict("capabilities.closed"));
        Vote vote = Vote.of(person, draft);
        Seal seal = Seal.over(vote.recall() + "\n" + vote.have());
        votes.cast(program, round.round(), vote, seal);
        ledger.append(program, "VOTED", person, null, "rateCapabilities", Map.of("commitment", seal.commitment()));
    }

    /** One capability on the page; the answer is "", "-" for "cannot judge", or a level. */
    record Row(Capability capability, String answer) {}

    record Group(String type, List<Row> rows) {}

    record Tap(Value value, boolean picked) {}

    @Override
    public View view(WorkItem task, RateDraft draft) {
        Serving.Picture picture = serving.of(task.program());
        int round = votes.newest(task.program()).map(Round::round).orElse(0);
        String seed = task.program() + "|" + round + "|" + task.assignee();
        List<Tap> taps = Recall.shuffled(catalogue.values(), Value::id, seed).stream()
                .map(value -> new Tap(value, draft.recall().contains(value.id())))
                .toList();
        Set<String> asked = asking.of(task.program(), person(task), picture);
        Map<String, Taken> taken = known.taken(task.program(), round);
        List<Capability> settled = picture.capabilities().stream()
                .filter(capability -> taken.containsKey(capability.id()))
                .toList();
        List<Capability> rest = picture.capabilities().stream()
                .filter(capability -> !asked.contains(capability.id()) && !taken.containsKey(capability.id()))
                .toList();
        long rated = asked.stream().filter(draft.have()::containsKey).count();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("taps", taps);
        model.put(
                "groups",
                groups(
                        draft,
                        picture.capabilities().stream()
                                .filter(capability -> asked.contains(capability.id()))
                                .toList()));
        model.put("rest", groups(draft, rest));
        model.put("restCount", rest.size());
        model.put("settled", groups(draft, settled));
        model.put("settledCount", settled.size());
        Supplier<Map<String, Standing>> standings = () -> known.standings(task.program(), picture);
        model.put("standings", standings);
        model.put("levels", List.of("0", "1", "2", "3"));
        model.put("recalled", draft.recall().size());
        model.put("rated", rated);
        model.put("toRate", asked.size());
        return new View("capabilities/rate", model, "capabilities.rateCapabilities.button");
    }

    private static List<Group> groups(RateDraft draft, List<Capability> capabilities) {
        return Serving.TYPES.stream()
                .map(type -> new Group(
                        type,
                        capabilities.stream()
                                .filter(capability -> capability.type().equals(type))
                                .map(capability -> new Row(capability, answer(draft, capability.id())))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    private static String answer(RateDraft draft, String id) {
        if (!draft.have().containsKey(id)) {
            return "";
        }
        Integer level = draft.have().get(id);
        return level == null ? "-" : level.toString();
    }

    static String person(WorkItem task) {
        String person = task.assignee();
        if (person == null) {
            throw Refusal.forbidden("capabilities.nobodys");
        }
        return person;
    }
}
