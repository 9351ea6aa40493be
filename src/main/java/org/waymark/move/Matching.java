package org.waymark.move;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Right;
import org.waymark.web.Refusal;

/** Finds out who the people of a file are here: somebody who works here, or a name that is kept. */
@Component
class Matching {

    /** Instead of somebody: keep the name, as of somebody who cannot sign in. */
    static final String KEEP = "+";

    private static final int MOST_TRIES = 100;
    private static final int LONGEST_ID = 64;

    private final People people;

    Matching(People people) {
        this.people = people;
    }

    List<Looked.Match> of(Parcel parcel) {
        Set<String> needed = needed(parcel);
        return parcel.manifest().people().stream()
                .map(one -> new Looked.Match(
                        one.id(), one.name(), needed.contains(one.id()), suggested(one, needed.contains(one.id()))))
                .toList();
    }

    /** Who still has a part in a running program, or something open. */
    private static Set<String> needed(Parcel parcel) {
        Set<String> needed = new HashSet<>();
        if (parcel.manifest().running()) {
            parcel.rows("tables/team_member.json").forEach(row -> needed.add(String.valueOf(row.get("person"))));
        }
        parcel.rows("engine/act_ru_task.json").forEach(row -> needed.add(String.valueOf(row.get("assignee_"))));
        return needed;
    }

    private @Nullable String suggested(Manifest.Someone one, boolean needed) {
        Optional<Person> here = people.find(one.id());
        return here.filter(same -> same.name().equalsIgnoreCase(one.name()))
                .filter(same -> !needed || works(same))
                .map(Person::id)
                .orElse(needed || here.isPresent() ? null : KEEP);
    }

    /** By everybody's id in the file their id here; whoever is kept by name is added, and cannot sign in. */
    Map<String, String> settle(Parcel parcel, Map<String, String> chosen, String by) {
        Map<String, String> here = new LinkedHashMap<>();
        for (Looked.Match one : of(parcel)) {
            String choice = chosen.getOrDefault(one.id(), one.suggested() == null ? "" : one.suggested());
            String field = "people[" + one.id() + "]";
            if (choice.isBlank() || choice.equals(KEEP) && one.needed()) {
                throw Refusal.invalid("move.person.needed", one.name()).at(field);
            }
            String found = choice.equals(KEEP) ? kept(one, by) : known(choice, one, field);
            if (here.containsValue(found)) {
                throw Refusal.invalid("move.person.twice", people.nameOf(found)).at(field);
            }
            here.put(one.id(), found);
        }
        return here;
    }

    private String known(String choice, Looked.Match one, String field) {
        return people.find(choice)
                .filter(person -> !one.needed() || works(person))
                .map(Person::id)
                .orElseThrow(
                        () -> Refusal.invalid("move.person.unknown", one.name()).at(field));
    }

    private String kept(Looked.Match one, String by) {
        String id = one.id();
        for (int next = 2; people.find(id).isPresent() && next < MOST_TRIES; next++) {
            String behind = "-" + next;
            id = one.id().substring(0, Math.min(one.id().length(), LONGEST_ID - behind.length())) + behind;
        }
        people.add(new NewPerson(id, one.name(), null, null, null, null));
        people.activate(id, false, by);
        return id;
    }

    private static boolean works(Person person) {
        return person.active() && person.role().may(Right.TAKE_PART);
    }
}
