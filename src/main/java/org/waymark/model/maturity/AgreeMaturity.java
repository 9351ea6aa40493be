package org.waymark.model.maturity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChasmCondition;
import org.waymark.catalogue.Dimension;
import org.waymark.company.Taken;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;

/** Agreeing, after the reveal, where we are, where we want to be and whether the chasm can be crossed. */
@Component
class AgreeMaturity implements TaskWork<Agreement> {

    private static final int LONG = 1000;
    private static final int SHORT = 300;

    private final Catalogue catalogue;
    private final Rounds rounds;
    private final Agreements agreements;
    private final KnownLevels held;
    private final Stages stages;
    private final Clock clock;

    AgreeMaturity(
            Catalogue catalogue, Rounds rounds, Agreements agreements, KnownLevels held, Stages stages, Clock clock) {
        this.catalogue = catalogue;
        this.rounds = rounds;
        this.agreements = agreements;
        this.held = held;
        this.stages = stages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "agreeMaturity";
    }

    @Override
    public Class<Agreement> type() {
        return Agreement.class;
    }

    /** What is held or the middle votes, unless the last round proposed the same: then what was agreed and said about it. */
    @Override
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public Agreement begin(WorkItem task) {
        Round round = rounds.current(task.program());
        int last = agreements.latest(task.program(), round.number());
        Agreement before = agreements.of(task.program(), last).orElseGet(Agreement::blank);
        Round earlier = rounds.of(task.program(), last);
        Map<String, Taken> taken = held.taken(task.program(), round.number());
        Map<String, Taken> takenThen = held.taken(task.program(), last);
        Map<String, Agreement.Level> levels = new LinkedHashMap<>();
        for (String dimension : dimensions()) {
            Agreement.Level known = before.level(dimension);
            Optional<Integer> proposal = KnownLevels.offered(round, taken, dimension);
            boolean same = known.level() != null
                    && KnownLevels.offered(earlier, takenThen, dimension).equals(proposal);
            levels.put(
                    dimension,
                    same ? known : new Agreement.Level(proposal.orElse(known.level()), null, known.dissent()));
        }
        Map<String, @Nullable Integer> ambition = new LinkedHashMap<>();
        for (String years : Agreement.HORIZONS) {
            Integer known = before.ambition().get(years);
            ambition.put(
                    years,
                    known != null ? known : round.proposal(Round.wish(years)).orElse(null));
        }
        return new Agreement(levels, ambition, before.sentence(), before.chasm());
    }

    @Override
    public void check(WorkItem task, Agreement draft) {
        draft.levels().forEach((dimension, level) -> {
            String field = "levels[" + dimension + "]";
            known(dimensions(), dimension, "maturity.unknownDimension", field);
            if (level != null) {
                Levels.check(level.level(), field + ".level");
                Levels.check(level.reason(), LONG, field + ".reason");
                Levels.check(level.dissent(), LONG, field + ".dissent");
            }
        });
        draft.ambition().forEach((years, level) -> {
            known(Agreement.HORIZONS, years, "maturity.unknownHorizon", "ambition[" + years + "]");
            Levels.check(level, "ambition[" + years + "]");
        });
        Levels.check(draft.sentence(), SHORT, "sentence");
        List<String> conditions =
                catalogue.chasmConditions().stream().map(ChasmCondition::id).toList();
        draft.chasm().forEach((condition, crossing) -> {
            known(conditions, condition, "maturity.unknownCondition", "chasm[" + condition + "]");
            if (crossing != null) {
                Levels.check(crossing.evidence(), LONG, "chasm[" + condition + "].evidence");
            }
        });
    }

    @Override
    public List<Missing> missing(WorkItem task, Agreement draft) {
        Round round = rounds.current(task.program());
        Map<String, Taken> taken = held.taken(task.program(), round.number());
        List<Missing> missing = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            Agreement.Level level = draft.level(dimension.id());
            String field = "levels[" + dimension.id() + "]";
            if (level.level() == null) {
                missing.add(new Missing(field + ".level", "maturity.levelMissing", dimension.name()));
            } else if (Agreement.blank(level.reason())
                    && KnownLevels.offered(round, taken, dimension.id())
                            .filter(each -> !each.equals(level.level()))
                            .isPresent()) {
                missing.add(new Missing(field + ".reason", "maturity.reasonMissing", dimension.name()));
            }
        }
        for (String years : Agreement.HORIZONS) {
            if (draft.ambition().get(years) == null) {
                missing.add(new Missing("ambition[" + years + "]", "maturity.ambitionMissing", years));
            }
        }
        if (Agreement.blank(draft.sentence())) {
            missing.add(new Missing("sentence", "maturity.sentenceMissing"));
        }
        for (ChasmCondition condition : catalogue.chasmConditions()) {
            Agreement.Crossing crossing = draft.crossing(condition.id());
            String field = "chasm[" + condition.id() + "]";
            if (crossing.state() == null && draft.reachesBeyondTheChasm()) {
                missing.add(new Missing(field + ".state", "maturity.conditionMissing", condition.name()));
            } else if (crossing.state() == Overall.Condition.IN_PLACE && Agreement.blank(crossing.evidence())) {
                missing.add(new Missing(field + ".evidence", "maturity.evidenceMissing", condition.name()));
            }
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Agreement draft) {
        Round round = rounds.current(task.program());
        agreements.save(task.program(), round.number(), draft);
        held.claim(task.program(), round, draft);
    }

    @Override
    public View view(WorkItem task, Agreement draft) {
        Round round = rounds.current(task.program());
        int last = agreements.latest(task.program(), round.number() - 1);
        Agreement before = agreements.of(task.program(), last).orElseGet(Agreement::blank);
        Distribution distribution = Distribution.of(round, catalogue.dimensions(), round.gapOpen(clock));
        Map<String, Object> model = new LinkedHashMap<>();
        Map<String, Taken> taken = held.taken(task.program(), round.number());
        model.put("distribution", distribution);
        model.put("tolerance", round.tolerance());
        model.put("gapWaits", round.revealedAt() != null && !round.gapOpen(clock));
        model.put("recall", recall(task.program()));
        model.put(
                "rows",
                distribution.lines().stream()
                        .map(line -> new Row(
                                line,
                                draft.level(line.dimension().id()),
                                before.level(line.dimension().id()).level(),
                                taken.get(line.dimension().id())))
                        .toList());
        model.put(
                "ambitions",
                Agreement.HORIZONS.stream()
                        .map(years -> new Ambition(
                                years,
                                draft.ambition().get(years),
                                round.proposal(Round.wish(years)).orElse(null),
                                round.spread(Round.wish(years))))
                        .toList());
        model.put(
                "conditions",
                catalogue.chasmConditions().stream()
                        .map(condition -> new Condition(condition, draft.crossing(condition.id())))
                        .toList());
        model.put("reaches", draft.reachesBeyondTheChasm());
        model.put("unrecorded", unrecorded(round, draft));
        draft.overall(dimensions()).ifPresent(overall -> {
            model.put("overall", overall);
            model.put("heldBackBy", names(overall));
        });
        return new View("maturity/agree", model, "maturity.agreeMaturity.button");
    }

    /** Splits across the chasm of which neither a reason nor a dissent was written down. */
    static long unrecorded(Round round, Agreement agreed) {
        return round.counts().stream()
                .filter(count -> count.whole() && !count.topic().startsWith(Round.wish("")))
                .filter(count -> count.spread().verdict(round.tolerance()) == Spread.Verdict.SPLIT)
                .filter(count -> !agreed.level(count.topic()).spokenAbout())
                .count();
    }

    /** The share of people, from 0 to 1, who named the agreed top three: what shows that CH-3 is in place (dcfts.md 3.3). */
    private @Nullable BigDecimal recall(String program) {
        return stages.inOrder().stream()
                .map(model -> model.measures(program).get("recallMatch"))
                .filter(Objects::nonNull)
                .findFirst()
                .map(ratio -> new BigDecimal(ratio).movePointRight(2).setScale(0, RoundingMode.HALF_UP))
                .orElse(null);
    }

    private List<String> names(Overall overall) {
        return catalogue.chasmConditions().stream()
                .filter(condition -> overall.heldBackBy().contains(condition.id()))
                .map(ChasmCondition::name)
                .toList();
    }

    private List<String> dimensions() {
        return catalogue.dimensions().stream().map(Dimension::id).toList();
    }

    private static void known(List<String> ids, String id, String key, String field) {
        if (!ids.contains(id)) {
            throw Refusal.bad(key, id).at(field);
        }
    }

    /** One dimension to agree: its votes, the level in the draft, what was agreed the round before, what is held. */
    record Row(
            Distribution.Line line,
            Agreement.Level level,
            @Nullable Integer before,
            @Nullable Taken taken) {}

    record Ambition(
            String years, @Nullable Integer level, @Nullable Integer proposal, Spread spread) {}

    record Condition(ChasmCondition condition, Agreement.Crossing crossing) {}
}
