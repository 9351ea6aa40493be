package org.waymark.model.operatingmodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.process.Missing;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** What may be answered to a statement, and by whom it may be owned. */
@Component
class Statements {

    private static final int LONGEST = 1000;

    private final Team team;
    private final People people;

    Statements(Team team, People people) {
        this.team = team;
        this.people = people;
    }

    void check(String program, Map<String, @Nullable Answer> answers, Collection<ChecklistItem> asked) {
        List<String> known = asked.stream().map(ChecklistItem::id).toList();
        List<String> members = team.of(program);
        answers.forEach((item, answer) -> {
            String field = field(item);
            if (!known.contains(item)) {
                throw Refusal.bad("operatingmodel.notAsked", item).at(field);
            }
            if (answer != null) {
                String owner = answer.owner();
                if (owner != null && !owner.isBlank() && !members.contains(owner) && !known(owner)) {
                    throw Refusal.bad("operatingmodel.unknownOwner", owner).at(field + ".owner");
                }
                length(answer.evidence(), LONGEST, field + ".evidence");
                length(answer.reason(), LONGEST, field + ".reason");
            }
        });
    }

    /** What an answer still lacks; the strongest claim has to be shown, the others need not. */
    static List<Missing> missing(ChecklistItem item, Answer answer) {
        List<Missing> missing = new ArrayList<>();
        if (answer.state() == Answer.State.STANDARD && !answer.shown()) {
            missing.add(new Missing(field(item.id()) + ".evidence", "operatingmodel.evidenceMissing", item.id()));
        }
        if (!answer.applies() && (answer.reason() == null || answer.reason().isBlank())) {
            missing.add(new Missing(field(item.id()) + ".reason", "operatingmodel.reasonMissing", item.id()));
        }
        return missing;
    }

    static Missing unanswered(ChecklistItem item) {
        return new Missing(field(item.id()) + ".state", "operatingmodel.stateMissing", item.id());
    }

    /** The team, and whoever else was named before; each once, with the name to show. */
    Map<String, String> owners(String program, Collection<@Nullable Answer> answers) {
        Map<String, String> owners = new LinkedHashMap<>();
        team.of(program).forEach(person -> owners.put(person, people.nameOf(person)));
        for (Answer answer : answers) {
            if (answer != null && answer.owner() != null && !answer.owner().isBlank()) {
                owners.computeIfAbsent(answer.owner(), people::nameOf);
            }
        }
        return owners;
    }

    static void length(@Nullable String text, int most, String field) {
        if (text != null && text.length() > most) {
            throw Refusal.bad("operatingmodel.tooLong", text.length(), most).at(field);
        }
    }

    private static String field(String item) {
        return "answers[" + item + "]";
    }

    private boolean known(String person) {
        return people.find(person).filter(Person::active).isPresent();
    }
}
