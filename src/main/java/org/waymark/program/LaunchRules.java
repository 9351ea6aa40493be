package org.waymark.program;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

/** Reads a launch: refuses what cannot be launched, each with its field, and names the team. */
@Component
class LaunchRules {

    static final List<String> BANDS = List.of("UNDER_100K", "UNDER_1M", "UNDER_10M", "OVER_10M");
    static final List<String> RISKS = List.of("LOW", "MEDIUM", "HIGH");
    static final List<String> DEPTHS = List.of("LITE", "STANDARD", "FULL");
    static final int LITE_PEOPLE = 8;

    private final People people;
    private final Clock clock;

    LaunchRules(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    String code(@Nullable String code) {
        String tidy = required(code, "code", 40).toUpperCase(Locale.ROOT);
        if (!tidy.matches("[A-Z][A-Z0-9-]{1,19}")) {
            throw Refusal.invalid("program.code-shape").at("code");
        }
        return tidy;
    }

    String required(@Nullable String text, String field, int longest) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("program.required." + field).at(field);
        }
        if (text.length() > longest) {
            throw Refusal.bad("program.too-long", longest).at(field);
        }
        return text.strip();
    }

    String oneOf(@Nullable String text, String field, List<String> known, String otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!known.contains(text)) {
            throw Refusal.bad("program.unknown-choice", text).at(field);
        }
        return text;
    }

    String currency(@Nullable String text) {
        try {
            return Currency.getInstance(text == null || text.isBlank() ? "EUR" : text)
                    .getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("program.unknown-currency", String.valueOf(text)).at("currency");
        }
    }

    LocalDate start(@Nullable LocalDate start) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = start == null ? today : start;
        if (day.isBefore(today.minusYears(2)) || day.isAfter(today.plusYears(2))) {
            throw Refusal.invalid("program.start-range").at("start");
        }
        return day;
    }

    List<Member> team(String code, Launch launch) {
        List<Member> team = new ArrayList<>();
        String sponsor = person(launch.sponsor(), "sponsor");
        String manager = person(launch.manager(), "manager");
        if (sponsor.equals(manager)) {
            throw Refusal.invalid("stakeholder.sponsor-is-manager").at("sponsor");
        }
        team.add(new Member(code, sponsor, Part.SPONSOR, null, "LEADERSHIP"));
        team.add(new Member(code, manager, Part.MANAGER, null, null));
        if (given(launch.finance())) {
            team.add(new Member(code, person(launch.finance(), "finance"), Part.FINANCE, "FN-FIN", null));
        }
        if (given(launch.architect())) {
            team.add(new Member(code, person(launch.architect(), "architect"), Part.ARCHITECT, null, null));
        }
        for (int i = 0; i < launch.seats().size(); i++) {
            Launch.Seat seat = launch.seats().get(i);
            if (given(seat.person())) {
                team.add(new Member(
                        code,
                        person(seat.person(), "team[" + i + "].person"),
                        part(seat.part(), i),
                        given(seat.function()) ? seat.function() : null,
                        given(seat.group()) ? seat.group() : null));
            }
        }
        Set<String> stakeholders = new HashSet<>();
        team.forEach(member -> stakeholders.add(member.person()));
        stakeholders.remove(sponsor);
        stakeholders.remove(manager);
        if (stakeholders.size() < 2) {
            throw Refusal.invalid("program.two-stakeholders").at("team");
        }
        return team;
    }

    private Part part(@Nullable String part, int i) {
        if (!given(part)) {
            return Part.FUNCTION_LEAD;
        }
        try {
            return Part.valueOf(String.valueOf(part));
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("program.unknown-choice", String.valueOf(part)).at("team[" + i + "].part");
        }
    }

    private String person(@Nullable String id, String field) {
        if (!given(id)) {
            throw Refusal.invalid("program.required." + (field.startsWith("team") ? "person" : field))
                    .at(field);
        }
        return people.find(String.valueOf(id))
                .filter(Person::active)
                .orElseThrow(() -> Refusal.invalid("stakeholder.unknown-person", String.valueOf(id))
                        .at(field))
                .id();
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
