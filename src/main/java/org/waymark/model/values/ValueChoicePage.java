package org.waymark.model.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.model.values.AgreeDraft.Evidence;
import org.waymark.model.values.AgreeDraft.Item;
import org.waymark.model.values.ValueVotes.Told;
import org.waymark.model.values.Weights.Share;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Languages;

/** What the page for agreeing shows: every value in the group's order, with what has been filled in so far. */
@Component
class ValueChoicePage {

    private static final int EVIDENCE_LENGTH = 1000;
    private static final int EVIDENCE_OFFERED = 3;

    private final ValueVotes votes;
    private final Catalogue catalogue;
    private final Team team;
    private final Programs programs;
    private final People people;

    ValueChoicePage(ValueVotes votes, Catalogue catalogue, Team team, Programs programs, People people) {
        this.votes = votes;
        this.catalogue = catalogue;
        this.team = team;
        this.programs = programs;
        this.people = people;
    }

    /** A value on the page; its index is its place in the draft, whatever its place on the page. */
    record Row(
            int index, Value value, @Nullable BigDecimal percent, boolean chosen, Item item, List<Evidence> evidence) {}

    record Choice(String id, String name) {}

    record Lens(String id, int count) {}

    Map<String, Object> model(String program, AgreeDraft draft, List<String> topThree) {
        Round round = votes.newest(program).orElse(null);
        List<Share> shares = round == null ? List.of() : votes.weights(program, round.round());
        boolean show = round != null && round.enoughToShow();
        List<Told> told = round == null ? List.of() : votes.told(program, round.round());
        List<Row> rows = rows(draft, shares, show, programs.get(program).currency(), told);
        Set<String> weighed = shares.stream().map(Share::id).collect(Collectors.toSet());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "rows",
                rows.stream()
                        .filter(row ->
                                row.chosen() || weighed.contains(row.value().id()))
                        .toList());
        model.put(
                "rest",
                rows.stream()
                        .filter(row ->
                                !row.chosen() && !weighed.contains(row.value().id()))
                        .toList());
        model.put("show", show);
        model.put("asked", round == null ? 0 : round.asked());
        model.put("answered", round == null ? 0 : Objects.requireNonNullElse(round.answered(), 0));
        model.put("told", told.stream().map(this::heard).toList());
        model.put("shared", round == null || !show ? null : whole(percent(round.topThreeOverlap())));
        model.put("concordance", round == null || !show ? null : round.concordance());
        model.put("promises", ExperiencePromises.ALL);
        model.put("owners", owners(program));
        model.put("chosenCount", draft.ids().size());
        model.put("lenses", lenses(draft));
        model.put(
                "topThree",
                topThree.stream().map(id -> catalogue.value(id).name()).toList());
        model.put("atLeast", LensCover.AT_LEAST);
        model.put("atMost", LensCover.AT_MOST);
        return model;
    }

    private List<Row> rows(AgreeDraft draft, List<Share> shares, boolean show, String currency, List<Told> told) {
        Map<String, Share> byId = new LinkedHashMap<>();
        shares.forEach(share -> byId.put(share.id(), share));
        List<Value> ordered = new ArrayList<>(catalogue.values());
        ordered.sort(Comparator.comparingInt((Value value) -> {
                    Share share = byId.get(value.id());
                    return share == null ? 0 : share.points();
                })
                .reversed());
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < draft.values().size(); i++) {
            String id = draft.values().get(i).id();
            if (id != null) {
                places.put(id, i);
            }
        }
        Set<Integer> taken = new LinkedHashSet<>(places.values());
        List<Row> rows = new ArrayList<>();
        int free = 0;
        for (Value value : ordered) {
            Integer place = places.get(value.id());
            boolean chosen = place != null;
            if (place == null) {
                while (!taken.add(free)) {
                    free++;
                }
                place = free;
            }
            Item item = chosen
                    ? draft.values().get(place)
                    : AgreeValues.suggested(value, currency, toldAbout(told, value.id()));
            Share share = byId.get(value.id());
            BigDecimal percent = !show ? null : share == null ? BigDecimal.ZERO : share.percent();
            rows.add(new Row(place, value, whole(percent), chosen, item, atLeastOne(item.evidence())));
        }
        return rows;
    }

    /** What customers said, for the reader: the words, where and when, and the value they speak for. */
    record Heard(
            String what,
            @Nullable String source,
            @Nullable LocalDate heardOn,
            @Nullable String value) {}

    private Heard heard(Told told) {
        return new Heard(
                told.what(),
                told.source(),
                told.heardOn(),
                told.id() == null ? null : catalogue.value(told.id()).name());
    }

    /** What customers told our people about this value, whole enough to be evidence. */
    List<Evidence> toldAbout(String program, String id) {
        return votes.newest(program)
                .map(round -> toldAbout(votes.told(program, round.round()), id))
                .orElse(List.of());
    }

    private static List<Evidence> toldAbout(List<Told> told, String id) {
        return told.stream()
                .filter(one -> id.equals(one.id()) && one.source() != null && one.heardOn() != null)
                .filter(one -> one.what().length() <= EVIDENCE_LENGTH)
                .map(one -> new Evidence(one.what(), one.source(), one.heardOn(), null))
                .limit(EVIDENCE_OFFERED)
                .toList();
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal ratio) {
        return ratio == null ? null : ratio.movePointRight(2);
    }

    private static @Nullable BigDecimal whole(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.setScale(0, RoundingMode.HALF_UP);
    }

    private static List<Evidence> atLeastOne(List<Evidence> evidence) {
        return evidence.isEmpty() ? List.of(Evidence.EMPTY) : evidence;
    }

    private List<Choice> owners(String program) {
        return team.of(program).stream()
                .map(id -> new Choice(id, people.nameOf(id)))
                .sorted(Comparator.comparing(Choice::name, Languages.order()))
                .toList();
    }

    private List<Lens> lenses(AgreeDraft draft) {
        List<String> chosen = draft.ids();
        return LensCover.LENSES.stream()
                .map(lens -> new Lens(lens, (int) catalogue.values().stream()
                        .filter(value -> value.lens().equals(lens) && chosen.contains(value.id()))
                        .count()))
                .toList();
    }
}
