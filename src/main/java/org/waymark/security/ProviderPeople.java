package org.waymark.security;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/**
 * Finds the person behind whoever comes from the company's provider. Known by subject; at the first time by the e-mail
 * address the provider has verified, or by sign-in name, whichever the house chose. Nobody is linked to a person who is
 * linked already.
 */
@Component
class ProviderPeople {
    private static final Logger log = LoggerFactory.getLogger(ProviderPeople.class);
    private static final int LONGEST_SUBJECT = 255;

    private final ProviderSettings settings;
    private final Identities identities;
    private final Accounts accounts;
    private final People people;
    private final PersonRules rules;

    ProviderPeople(
            ProviderSettings settings, Identities identities, Accounts accounts, People people, PersonRules rules) {
        this.settings = settings;
        this.identities = identities;
        this.accounts = accounts;
        this.people = people;
        this.rules = rules;
    }

    /** The sign-in name of whoever came, with the role their groups bring; or a refusal. */
    @Transactional
    public String arrive(OidcUser who) {
        String subject = Objects.requireNonNullElse(who.getSubject(), "");
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw ProviderTrouble.FAILED.refusal();
        }
        List<ProviderSettings.Given> given = settings.given();
        Role role = given.isEmpty() ? null : role(given, who.getClaims());
        Person known = identities
                .person(settings.issuer(), subject)
                .map(people::get)
                .orElseGet(() -> firstTime(who, subject, role));
        if (!known.active()) {
            throw ProviderTrouble.CLOSED.refusal();
        }
        if (role != null && role != known.role()) {
            give(known, role);
        }
        return known.id();
    }

    private Person firstTime(OidcUser who, String subject, @Nullable Role role) {
        Person person = found(who);
        if (person == null) {
            if (!settings.createPeople()) {
                throw ProviderTrouble.UNKNOWN.refusal();
            }
            person = create(who, role);
        } else if (!person.active()) {
            throw ProviderTrouble.CLOSED.refusal();
        } else if (identities.linked(settings.issuer(), person.id())) {
            throw ProviderTrouble.TAKEN.refusal();
        }
        identities.link(settings.issuer(), subject, person.id());
        log.info("{} signs in through {} from now on", person.id(), settings.shownName());
        return person;
    }

    private @Nullable Person found(OidcUser who) {
        return switch (settings.linkBy()) {
            case EMAIL -> {
                String email = verified(who);
                List<String> ids = email == null ? List.of() : accounts.withEmail(email);
                // an address two people share names neither
                yield ids.size() == 1 ? people.get(ids.get(0)) : null;
            }
            case USERNAME -> people.find(username(who)).orElse(null);
            case NONE -> null;
        };
    }

    private Person create(OidcUser who, @Nullable Role role) {
        String id = username(who);
        if (people.find(id).isPresent()) {
            throw ProviderTrouble.TAKEN.refusal();
        }
        String language = Objects.requireNonNullElse(who.getLocale(), "").split("[-_]", 2)[0];
        try {
            return people.add(
                    new NewPerson(
                            id,
                            Objects.requireNonNullElse(who.getFullName(), id),
                            verified(who),
                            (role == null ? Role.MEMBER : role).name(),
                            rules.languages().contains(language) ? language : null,
                            null),
                    Passwords.random(40),
                    false);
        } catch (Refusal unfit) {
            if (unfit.status() == HttpStatus.CONFLICT.value()) {
                throw unfit; // the same somebody came twice at once
            }
            log.info("Nobody was added for the name \"{}\" at the provider: {}", shown(id), unfit.key());
            throw ProviderTrouble.UNKNOWN.refusal();
        }
    }

    /** Groups decide at every sign-in; only the last administrator stays one, so that the house keeps its keys. */
    private void give(Person known, Role role) {
        if (known.role().may(Right.KEEP_PEOPLE)
                && !role.may(Right.KEEP_PEOPLE)
                && accounts.administratorsBut(known.id()) == 0) {
            log.warn("{} stays {}: nobody else keeps people", known.id(), known.role());
            return;
        }
        people.change(
                new NewPerson(known.id(), known.name(), known.email(), role.name(), known.language(), known.zone()));
    }

    private Role role(List<ProviderSettings.Given> given, Map<String, Object> claims) {
        Object groups = at(claims, settings.groupsClaim());
        if (groups == null) {
            throw ProviderTrouble.GROUPS.refusal();
        }
        List<String> all = groups instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(groups));
        return given.stream()
                .filter(one -> all.contains(one.group()))
                .map(ProviderSettings.Given::role)
                .findFirst()
                .orElse(Role.MEMBER);
    }

    /** A claim by its name, or by a path of names into it. */
    private static @Nullable Object at(Map<String, Object> claims, String name) {
        Object whole = claims.get(name);
        if (whole != null || !name.contains(".")) {
            return whole;
        }
        Object found = claims;
        for (String step : name.split("\\.", -1)) {
            found = found instanceof Map<?, ?> inside ? inside.get(step) : null;
        }
        return found;
    }

    private static @Nullable String verified(OidcUser who) {
        String email = who.getEmail();
        return email == null || !Boolean.TRUE.equals(who.getEmailVerified()) ? null : email.toLowerCase(Locale.ROOT);
    }

    private String username(OidcUser who) {
        Object name = who.getClaims().get(settings.usernameClaim());
        return name == null ? "" : String.valueOf(name).strip().toLowerCase(Locale.ROOT);
    }

    private static String shown(String name) {
        return name.replaceAll("[^\\w.@-]", "?").substring(0, Math.min(64, name.length()));
    }
}
