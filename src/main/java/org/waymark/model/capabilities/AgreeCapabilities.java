package org.waymark.model.capabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.company.Taken;
import org.waymark.model.capabilities.AgreeDraft.Row;
import org.waymark.model.capabilities.CapabilityAgreements.Agreed;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The manager settles with the group how much is needed of each capability, how much there is, and who closes the gap. */
@Component
class AgreeCapabilities implements TaskWork<AgreeDraft> {

    private final CapabilityVotes votes;
    private final CapabilityAgreements agreements;
    private final Serving serving;
    private final KnownCapabilities known;
    private final Team team;
    private final GapRules rules;
    private final GapPage page;

    AgreeCapabilities(
            CapabilityVotes votes,
            CapabilityAgreements agreements,
            Serving serving,
            KnownCapabilities known,
            Team team,
            GapRules rules,
            GapPage page) {
        this.votes = votes;
        this.agreements = agreements;
        this.serving = serving;
        this.known = known;
        this.team = team;
        this.rules = rules;
        this.page = page;
    }

    @Override
    public String key() {
        return "agreeCapabilities";
    }

    @Override
    public Class<AgreeDraft> type() {
        return AgreeDraft.class;
    }

    /** Need by the weight of the values, have as held or by the lower middle of the raters; what was changed by hand last time stays. */
    @Override
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public AgreeDraft begin(WorkItem task) {
        String program = task.program();
        Serving.Picture picture = serving.of(program);
        Found found = found(program, picture);
        Map<String, Agreed> last = new LinkedHashMap<>();
        agreements
                .newest(program)
                .ifPresent(round ->
                        agreements.capabilities(program, round).forEach(agreed -> last.put(agreed.id(), agreed)));
        return new AgreeDraft(picture.capabilities().stream()
                .map(capability -> row(program, capability.id(), found, last.get(capability.id())))
                .toList());
    }

    private Row row(String program, String id, Found found, @Nullable Agreed last) {
        if (last == null) {
            return new Row(id, found.need(id), found.have(id), null, null);
        }
        boolean needChanged = last.need() != last.needFound();
        boolean haveChanged = !Objects.equals(last.have(), last.haveFound());
        Integer have = found.have(id);
        String owner = last.owner();
        return new Row(
                id,
                needChanged ? Integer.valueOf(last.need()) : found.need(id),
                haveChanged || have == null ? Integer.valueOf(last.have()) : have,
                owner != null && team.includes(program, owner) ? owner : null,
                last.reason());
    }

    /** What the formula, the company and the raters say, before anybody changes it. */
    record Found(Map<String, Integer> needs, Map<String, Spread> spreads, boolean alone, Map<String, Taken> taken) {

        int need(String id) {
            return needs.getOrDefault(id, 0);
        }

        @Nullable
        Integer have(String id) {
            Taken staying = KnownCapabilities.staying(taken, spreads, id);
            if (staying != null) {
                return staying.level();
            }
            Spread spread = spreads.get(id);
            return spread == null ? null : spread.offered(alone);
        }
    }

    private Found found(String program, Serving.Picture picture) {
        Round round = votes.newest(program).orElse(null);
        return round == null
                ? new Found(picture.needs(), Map.of(), false, Map.of())
                : new Found(
                        picture.needs(),
                        votes.spreads(program, round.round()),
                        round.asked() == 1,
                        known.taken(program, round.round()));
    }

    @Override
    public void check(WorkItem task, AgreeDraft draft) {
        rules.check(task.program(), draft, serving.of(task.program()));
    }

    @Override
    public List<Missing> missing(WorkItem task, AgreeDraft draft) {
        Serving.Picture picture = serving.of(task.program());
        return rules.missing(draft, picture, found(task.program(), picture));
    }

    @Override
    public void submit(WorkItem task, AgreeDraft draft) {
        String program = task.program();
        Round round = votes.newest(program)
                .filter(newest -> !newest.open())
                .orElseThrow(() -> Refusal.conflict("capabilities.stillOpen"));
        Serving.Picture picture = serving.of(program);
        Found found = found(program, picture);
        List<Agreed> agreed = new ArrayList<>();
        for (Row row : draft.capabilities()) {
            String id = row.id();
            if (id != null) {
                agreed.add(new Agreed(
                        id,
                        Objects.requireNonNull(row.need()),
                        found.need(id),
                        Objects.requireNonNull(row.have()),
                        found.have(id),
                        row.owner(),
                        row.reason()));
            }
        }
        agreements.agree(program, round.round(), RateCapabilities.person(task), agreed);
        known.claim(program, round.round(), agreed, found.spreads());
    }

    @Override
    public View view(WorkItem task, AgreeDraft draft) {
        Serving.Picture picture = serving.of(task.program());
        return new View(
                "capabilities/agree",
                page.model(task.program(), draft, picture, found(task.program(), picture)),
                "capabilities.agreeCapabilities.button",
                picture.capabilities().size());
    }

    /** The draft as gaps, one for every capability that serves an agreed value. */
    static List<Gap> gaps(AgreeDraft draft, Serving.Picture picture) {
        Map<String, Row> rows = new LinkedHashMap<>();
        draft.capabilities().forEach(row -> {
            if (row.id() != null) {
                rows.put(row.id(), row);
            }
        });
        return picture.capabilities().stream()
                .map(capability -> gap(capability, rows.getOrDefault(capability.id(), Row.EMPTY), picture))
                .toList();
    }

    private static Gap gap(Capability capability, Row row, Serving.Picture picture) {
        return new Gap(
                capability.id(),
                capability.type(),
                capability.motion(),
                row.need(),
                row.have(),
                picture.carried(capability.id()));
    }
}
