package org.waymark.model.values;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.model.values.AgreeDraft.Evidence;
import org.waymark.model.values.AgreeDraft.Item;
import org.waymark.model.values.Weights.Share;
import org.waymark.process.Missing;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Team;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;

/** What can never be right in an agreement on values, and what it still lacks. */
@Component
class ValueChoiceRules {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}([.,]\\d{1,4})?");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final int MOST_ROWS = 100;
    private static final int YEARS_AHEAD = 20;

    private final ValueVotes votes;
    private final Catalogue catalogue;
    private final Team team;
    private final Programs programs;
    private final Clock clock;

    ValueChoiceRules(ValueVotes votes, Catalogue catalogue, Team team, Programs programs, Clock clock) {
        this.votes = votes;
        this.catalogue = catalogue;
        this.team = team;
        this.programs = programs;
        this.clock = clock;
    }

    void check(String program, AgreeDraft draft) {
        length(draft.reason(), 2000, "reason");
        if (draft.values().size() > MOST_ROWS) {
            throw Refusal.bad("values.tooManyRows", MOST_ROWS).at("values");
        }
        LocalDate begins = programs.get(program).begins();
        Set<String> offered = byId().keySet();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.values().size(); i++) {
            Item item = draft.values().get(i);
            String at = "values[" + i + "].";
            if (item.id() == null) {
                continue;
            }
            if (!offered.contains(item.id())) {
                throw Refusal.bad("values.unknown", item.id()).at(at + "id");
            }
            if (!seen.add(item.id())) {
                throw Refusal.bad("values.twice", item.id()).at(at + "id");
            }
            check(program, begins, item, at);
        }
    }

    private void check(String program, LocalDate begins, Item item, String at) {
        length(item.measure(), 300, at + "measure");
        length(item.unit(), 60, at + "unit");
        if (item.better() != null && !Set.of("up", "down").contains(item.better())) {
            throw Refusal.bad("values.direction", item.better()).at(at + "better");
        }
        String baseline = item.baseline();
        if (baseline != null && !NUMBER.matcher(baseline.replace(" ", "")).matches()) {
            throw Refusal.bad("values.notANumber", baseline).at(at + "baseline");
        }
        BigDecimal target = item.target();
        if (target != null && (long) target.precision() - target.scale() > 15) {
            throw Refusal.bad("values.tooBig").at(at + "target");
        }
        LocalDate date = item.date();
        if (date != null && (date.isBefore(begins) || date.isAfter(begins.plusYears(YEARS_AHEAD)))) {
            throw Refusal.bad("values.dateOutside", Dates.here().date(begins), YEARS_AHEAD)
                    .at(at + "date");
        }
        if (item.owner() != null && !team.includes(program, item.owner())) {
            throw Refusal.bad("values.notInTeam", item.owner()).at(at + "owner");
        }
        for (String promise : Objects.requireNonNullElse(item.promises(), List.<String>of())) {
            if (!ExperiencePromises.ALL.contains(promise)) {
                throw Refusal.bad("values.unknownPromise", promise).at(at + "promises");
            }
        }
        if (item.evidence().size() > MOST_ROWS) {
            throw Refusal.bad("values.tooManyRows", MOST_ROWS).at(at + "evidence");
        }
        for (int e = 0; e < item.evidence().size(); e++) {
            check(program, item.evidence().get(e), at + "evidence[" + e + "].");
        }
    }

    private void check(String program, Evidence said, String at) {
        length(said.what(), 1000, at + "what");
        length(said.from(), 200, at + "from");
        length(said.link(), 500, at + "link");
        if (said.link() != null && !LINK.matcher(said.link()).matches() && !ValueFiles.leadsTo(program, said.link())) {
            throw Refusal.bad("values.link").at(at + "link");
        }
        LocalDate date = said.date();
        // A day of grace: the reader's today may be ahead of the server's.
        if (date != null && (date.isAfter(LocalDate.now(clock).plusDays(1)) || date.getYear() < 1990)) {
            throw Refusal.bad("values.heardOn").at(at + "date");
        }
    }

    List<Missing> missing(String program, AgreeDraft draft) {
        List<Missing> missing = new ArrayList<>();
        Map<String, Value> byId = byId();
        List<String> chosen = draft.ids();
        if (chosen.size() < LensCover.AT_LEAST || chosen.size() > LensCover.AT_MOST) {
            missing.add(
                    new Missing("values", "values.fiveToSeven", LensCover.AT_LEAST, LensCover.AT_MOST, chosen.size()));
        }
        if (draft.reason() == null) {
            uncovered(chosen).forEach(lens -> missing.add(new Missing("reason", "values.lensMissing." + lens)));
        }
        List<String> topThree = topThree(program, draft);
        for (int i = 0; i < draft.values().size(); i++) {
            Item item = draft.values().get(i);
            Value value = item.id() == null ? null : byId.get(item.id());
            if (value != null) {
                missing(item, value.name(), topThree.contains(value.id()), "values[" + i + "].", missing);
            }
        }
        return missing;
    }

    private static void missing(Item item, String name, boolean top, String at, List<Missing> missing) {
        require(item.measure(), at + "measure", "values.measureMissing", name, missing);
        require(item.unit(), at + "unit", "values.unitMissing", name, missing);
        require(item.better(), at + "better", "values.betterMissing", name, missing);
        if (!item.measuredLater()) {
            require(item.baseline(), at + "baseline", "values.baselineMissing", name, missing);
        }
        require(item.target(), at + "target", "values.targetMissing", name, missing);
        require(item.date(), at + "date", "values.dateMissing", name, missing);
        require(item.owner(), at + "owner", "values.ownerMissing", name, missing);
        if (top && item.evidence().stream().allMatch(Evidence::blank)) {
            missing.add(new Missing(at + "evidence[0].what", "values.evidenceMissing", name));
        }
        for (int e = 0; e < item.evidence().size(); e++) {
            Evidence said = item.evidence().get(e);
            String path = at + "evidence[" + e + "].";
            if (!said.blank()) {
                require(said.what(), path + "what", "values.whatMissing", name, missing);
                require(said.from(), path + "from", "values.fromMissing", name, missing);
                require(said.date(), path + "date", "values.heardMissing", name, missing);
            }
        }
    }

    /** The lenses that none of these values looks through. */
    List<String> uncovered(List<String> chosen) {
        Map<String, Value> byId = byId();
        return LensCover.missing(chosen.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .map(Value::lens)
                .collect(Collectors.toSet()));
    }

    /** The three chosen values with the most points: these need a customer's word. */
    List<String> topThree(String program, AgreeDraft draft) {
        List<String> heaviestFirst = new ArrayList<>(
                votes.newest(program).map(round -> votes.weights(program, round.round())).orElse(List.of()).stream()
                        .map(Share::id)
                        .toList());
        catalogue.values().stream()
                .map(Value::id)
                .filter(id -> !heaviestFirst.contains(id))
                .forEach(heaviestFirst::add);
        return LensCover.topThree(draft.ids(), heaviestFirst);
    }

    private Map<String, Value> byId() {
        return catalogue.values().stream().collect(Collectors.toMap(Value::id, value -> value));
    }

    private static void length(@Nullable String text, int most, String field) {
        if (text != null && text.length() > most) {
            throw Refusal.bad("values.tooLong", most, text.length()).at(field);
        }
    }

    private static void require(@Nullable Object given, String field, String key, String name, List<Missing> missing) {
        if (given == null) {
            missing.add(new Missing(field, key, name));
        }
    }
}
