package org.waymark.engagement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** Who reads a program's stakeholder map, and whom it is about; nobody is both. */
@Component
class MapCircle {

    private final Team team;

    MapCircle(Team team) {
        this.team = team;
    }

    boolean isManager(String program, String person) {
        return team.holding(program, Part.MANAGER).contains(person);
    }

    /** Those who run the program and are not themselves among those it is about. */
    Set<String> readers(String program) {
        List<Member> members = team.members(program);
        Set<String> readers = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (Member member : members) {
            boolean runs = member.part() == Part.MANAGER || member.part() == Part.SPONSOR;
            if (runs) {
                readers.add(member.person());
            } else if (member.part() != Part.FACILITATOR) {
                others.add(member.person());
            }
        }
        members.stream()
                .filter(member -> member.part() == Part.FACILITATOR && !others.contains(member.person()))
                .forEach(member -> readers.add(member.person()));
        return readers;
    }

    /** Everybody else on the team: those it is about. */
    List<String> mapped(String program) {
        Set<String> readers = readers(program);
        return team.of(program).stream()
                .filter(person -> !readers.contains(person))
                .toList();
    }
}
