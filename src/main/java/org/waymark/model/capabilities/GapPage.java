package org.waymark.model.capabilities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.company.Taken;
import org.waymark.model.capabilities.AgreeCapabilities.Found;
import org.waymark.model.capabilities.AgreeDraft.Row;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Languages;

/** What the page for agreeing shows: the capabilities by people, process and technology, and the gaps they leave. */
@Component
class GapPage {

    private static final int NAMED = 3;

    private final CapabilityVotes votes;
    private final Catalogue catalogue;
    private final Team team;
    private final People people;

    GapPage(CapabilityVotes votes, Catalogue catalogue, Team team, People people) {
        this.votes = votes;
        this.catalogue = catalogue;
        this.team = team;
        this.people = people;
    }

    /** A capability on the page; its index is its place in the draft. */
    record Line(
            int index,
            Capability capability,
            Row row,
            int needFound,
            @Nullable Spread found,
            @Nullable Integer offered,
            @Nullable Taken taken,
            String serves) {}

    record Group(String type, List<Line> lines) {}

    record Choice(String id, String name) {}

    record Open(String name, int size, boolean owned) {}

    Map<String, Object> model(String program, AgreeDraft draft, Serving.Picture picture, Found found) {
        Round round = votes.newest(program).orElse(null);
        List<Gap> gaps = AgreeCapabilities.gaps(draft, picture);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("groups", groups(draft, picture, found));
        model.put("owners", owners(program));
        model.put("asked", round == null ? 0 : round.asked());
        model.put("answered", round == null ? 0 : Objects.requireNonNullElse(round.answered(), 0));
        List<Open> top = top(draft, gaps);
        List<Capability> tools = picture.capabilities().stream()
                .filter(capability -> Gap.toolsWithoutTeam(gaps).contains(capability.id()))
                .toList();
        model.put("top", top);
        model.put("topWords", words(top.stream().limit(NAMED).map(open -> open.name() + " " + open.size())));
        model.put("withoutOwner", top.stream().filter(open -> !open.owned()).count());
        model.put("tools", tools);
        model.put("toolWords", words(tools.stream().map(Capability::name)));
        model.put("known", gaps.stream().filter(Gap::known).count());
        model.put("count", gaps.size());
        model.put(
                "unserved",
                picture.unserved().stream()
                        .map(id -> catalogue.value(id).name())
                        .toList());
        return model;
    }

    private static String words(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }

    private List<Group> groups(AgreeDraft draft, Serving.Picture picture, Found found) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < draft.capabilities().size(); i++) {
            String id = draft.capabilities().get(i).id();
            if (id != null) {
                places.put(id, i);
            }
        }
        Set<Integer> taken = new LinkedHashSet<>(places.values());
        Map<String, List<Line>> byType = new LinkedHashMap<>();
        int free = 0;
        for (Capability capability : picture.capabilities()) {
            Integer place = places.get(capability.id());
            Row row = place == null ? Row.EMPTY : draft.capabilities().get(place);
            if (place == null) {
                while (!taken.add(free)) {
                    free++;
                }
                place = free;
            }
            byType.computeIfAbsent(capability.type(), type -> new ArrayList<>())
                    .add(new Line(
                            place,
                            capability,
                            row,
                            found.need(capability.id()),
                            found.spreads().get(capability.id()),
                            found.have(capability.id()),
                            found.taken().get(capability.id()),
                            serves(capability, picture)));
        }
        byType.values()
                .forEach(lines ->
                        lines.sort(Comparator.comparingInt(Line::needFound).reversed()));
        return byType.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String serves(Capability capability, Serving.Picture picture) {
        return String.join(
                " · ",
                picture.values().stream()
                        .filter(value -> capability.serves().contains(value.id()))
                        .map(value -> catalogue.value(value.id()).name())
                        .toList());
    }

    private List<Open> top(AgreeDraft draft, List<Gap> gaps) {
        return Gap.topTen(gaps).stream()
                .map(gap -> new Open(
                        catalogue.capability(gap.id()).name(),
                        gap.size(),
                        draft.capabilities().stream()
                                .anyMatch(row -> gap.id().equals(row.id()) && row.owner() != null)))
                .toList();
    }

    private List<Choice> owners(String program) {
        return team.of(program).stream()
                .map(id -> new Choice(id, people.nameOf(id)))
                .sorted(Comparator.comparing(Choice::name, Languages.order()))
                .toList();
    }
}
