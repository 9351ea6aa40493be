package org.waymark.security;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;

/** Turns what somebody typed about a person into a person, or says what is wrong with it. */
@Component
class PersonRules {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,180}\\.[^\\s@<>\"]{2,60}");
    // names the engine keeps for itself
    private static final Set<String> RESERVED = Set.of("camunda-admin", "waymark-keeper", "anonymous", "anonymoususer");

    private final List<String> languages;

    PersonRules(@Value("${waymark.languages:en,de,ru,tr}") List<String> languages) {
        this.languages = languages;
    }

    List<String> languages() {
        return languages;
    }

    Person read(NewPerson typed) {
        String id = text(typed.id()).toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
            throw Refusal.invalid("security.person.id", shown(id)).at("id");
        }
        String role = text(typed.role());
        return new Person(
                id,
                name(typed.name()),
                email(typed.email()),
                role.isEmpty() ? Role.MEMBER : role(role),
                language(typed.language()),
                zone(typed.zone()),
                true);
    }

    String name(@Nullable String typed) {
        String name = text(typed);
        if (name.isEmpty()) {
            throw Refusal.invalid("security.person.name.missing").at("name");
        }
        if (name.length() > 120) {
            throw Refusal.invalid("security.person.name.long", 120).at("name");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("security.person.name.control").at("name");
        }
        return name;
    }

    @Nullable
    String email(@Nullable String typed) {
        String email = text(typed);
        if (email.isEmpty()) {
            return null;
        }
        if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
            throw Refusal.invalid("security.person.email", shown(email)).at("email");
        }
        return email;
    }

    Role role(@Nullable String typed) {
        String role = text(typed).toUpperCase(Locale.ROOT);
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("security.person.role.none", shown(text(typed)), names())
                        .at("role"));
    }

    private static String names() {
        return Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    String language(@Nullable String typed) {
        String language = text(typed).toLowerCase(Locale.ROOT);
        if (language.isEmpty()) {
            return languages.get(0);
        }
        if (!languages.contains(language)) {
            throw Refusal.invalid("security.person.language", shown(language), String.join(", ", languages))
                    .at("language");
        }
        return language;
    }

    String zone(@Nullable String typed) {
        String zone = text(typed);
        if (zone.isEmpty()) {
            return ZoneId.systemDefault().getId();
        }
        try {
            if (zone.length() <= 64) {
                return ZoneId.of(zone).getId();
            }
        } catch (DateTimeException unknown) {
            // refused below, in the words of whoever typed it
        }
        throw Refusal.invalid("security.person.zone", shown(zone)).at("zone");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String shown(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40) + "…";
    }
}
