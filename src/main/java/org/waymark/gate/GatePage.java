package org.waymark.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.promise.Conditions;
import org.waymark.security.People;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** A gate as everybody in the program may read it: how it stands, what was decided, and on what. */
@Component
class GatePage {

    private static final Set<String> TASKS = Set.of("decideGate", "submitForDecision", "answerQuestions");

    private final ReviewPage reviews;
    private final Sittings sittings;
    private final Votes panelOf;
    private final Criteria criteria;
    private final Conditions conditions;
    private final Drift drift;
    private final GateSettings settings;
    private final WorkItems work;
    private final Programs programs;
    private final Stages stages;
    private final Team team;
    private final Deputies deputies;
    private final StandingIn standingIn;
    private final People people;

    GatePage(
            ReviewPage reviews,
            Sittings sittings,
            Votes panelOf,
            Criteria criteria,
            Conditions conditions,
            Drift drift,
            GateSettings settings,
            WorkItems work,
            Programs programs,
            Stages stages,
            Team team,
            Deputies deputies,
            StandingIn standingIn,
            People people) {
        this.reviews = reviews;
        this.sittings = sittings;
        this.panelOf = panelOf;
        this.criteria = criteria;
        this.conditions = conditions;
        this.drift = drift;
        this.settings = settings;
        this.work = work;
        this.programs = programs;
        this.stages = stages;
        this.team = team;
        this.deputies = deputies;
        this.standingIn = standingIn;
        this.people = people;
    }

    /** Refuses an unknown program or stage, and whoever may not look; a deputy may, on the days that count. */
    void mayVisit(String code, String stage, String reader) {
        programs.get(code);
        boolean deputy = deputies.of(code).stream()
                .anyMatch(one -> deputies.standingIn(code, one.person(), stage).contains(reader));
        boolean seated = !deputy
                && sittings.of(code, stage).stream()
                        .anyMatch(sitting -> panelOf.people(sitting.id()).contains(reader));
        if (!deputy && !seated) {
            team.mustSee(code, reader);
        }
        if (!stages.exists(stage)) {
            throw Refusal.missing("gate.stage.unknown", stage);
        }
    }

    /** The review to show first: the numbered one, the newest called or decided one, or today's measuring. */
    Review review(String code, String stage, @Nullable Integer number, String reader) {
        if (number != null) {
            Sitting asked =
                    sittings.numbered(code, stage, number).orElseThrow(() -> Refusal.missing("gate.sitting.none"));
            return reviews.of(asked, reader);
        }
        Optional<Sitting> newest = sittings.of(code, stage).stream()
                .filter(sitting -> sitting.state() != Sitting.State.RETRACTED)
                .findFirst();
        boolean again = programs.stage(code, stage).state().equals("OPEN")
                || programs.stage(code, stage).state().equals("SENT_BACK");
        return newest.isEmpty() || again ? reviews.live(code, stage, null, reader) : reviews.of(newest.get(), reader);
    }

    Map<String, Object> model(String code, String stage, @Nullable Integer number, String reader) {
        Review review = review(code, stage, number, reader);
        StageState state = programs.stage(code, stage);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("review", review);
        model.put("labels", settings.labels());
        model.put("state", state.state());
        model.put("past", past(code, stage, review, reader));
        model.put("criteria", criteria.of(stage));
        model.put(
                "promised",
                reviews.promised(conditions.open(code).stream()
                        .filter(one -> !one.stage().equals(stage) || one.sitting() != review.number())
                        .toList()));
        model.put("waiting", waiting(code, stage));
        Sitting sitting = review.sitting();
        model.put("drift", sitting == null ? Drift.Difference.NONE : drift.since(sitting));
        model.put("principals", sitting == null ? List.of() : standingIn.principals(sitting, reader));
        work.openOf(reader).stream()
                .filter(item -> item.program().equals(code) && item.stage().equals(stage))
                .filter(item -> TASKS.contains(item.taskKey()))
                .findFirst()
                .ifPresent(item -> model.put("mine", item));
        return model;
    }

    private List<Review> past(String code, String stage, Review shown, String reader) {
        return sittings.of(code, stage).stream()
                .filter(sitting -> !sitting.open() && sitting.number() != shown.number())
                .filter(sitting -> sitting.convenedAt() != null)
                .map(sitting -> reviews.of(sitting, reader))
                .toList();
    }

    private List<String> waiting(String code, String stage) {
        return work.open(code).stream()
                .filter(item -> item.stage().equals(stage) && TASKS.contains(item.taskKey()))
                .flatMap(item -> Stream.ofNullable(item.assignee()))
                .distinct()
                .map(people::nameOf)
                .toList();
    }
}
