package org.waymark.security;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Languages;
import org.waymark.web.Refusal;

/** Everybody who works with Waymark. */
@Service
public class People {
    private final Accounts accounts;
    private final PersonRules rules;
    private final PersonDirectory directory;
    private final AccessTokens tokens;
    private final ApplicationEventPublisher events;

    People(
            Accounts accounts,
            PersonRules rules,
            PersonDirectory directory,
            AccessTokens tokens,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.rules = rules;
        this.directory = directory;
        this.tokens = tokens;
        this.events = events;
    }

    public Person get(String id) {
        return find(id).orElseThrow(() -> Refusal.missing("security.person.unknown", id));
    }

    public Optional<Person> find(String id) {
        return accounts.find(id).map(Account::person);
    }

    public List<Person> active() {
        return all().stream().filter(Person::active).toList();
    }

    /** In the order the reader looks for names. */
    public List<Person> all() {
        return accounts.all().stream()
                .map(Account::person)
                .sorted(Comparator.comparing(Person::name, Languages.order()))
                .toList();
    }

    /** The name to show; somebody who is no longer known is shown by their sign-in name. */
    public String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }

    @Transactional
    public Person add(NewPerson typed, String password, boolean mustChangePassword) {
        var person = rules.read(typed);
        Passwords.check(person, password);
        if (accounts.find(person.id()).isPresent()) {
            throw Refusal.conflict("security.person.exists", person.id()).at("id");
        }
        try {
            accounts.insert(person, mustChangePassword);
        } catch (DuplicateKeyException faster) {
            throw Refusal.conflict("security.person.exists", person.id()).at("id");
        }
        directory.add(person, password);
        return person;
    }

    /** Adds somebody under a password made up for them, which they must change; the answer is that password. */
    @Transactional
    public String add(NewPerson typed) {
        String password = Passwords.random(14);
        add(typed, password, true);
        return password;
    }

    /** Changes role, language, zone or name; a new role asks the person to sign in again. */
    @Transactional
    public Person change(NewPerson typed) {
        var before = get(typed.id() == null ? "" : typed.id());
        var after = new Person(
                before.id(),
                rules.name(typed.name()),
                rules.email(typed.email()),
                rules.role(typed.role()),
                rules.language(typed.language()),
                rules.zone(typed.zone()),
                before.active());
        if (before.role() == Role.ADMINISTRATOR && after.role() != Role.ADMINISTRATOR) {
            keepOneAdministrator(before.id());
        }
        accounts.update(after, before.role() != after.role());
        directory.update(after);
        if (!before.name().equals(after.name())) {
            events.publishEvent(new PersonChanged(after.id()));
        }
        return after;
    }

    @Transactional
    public void settle(String id, @Nullable String language, @Nullable String zone) {
        var person = get(id);
        accounts.update(
                new Person(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.role(),
                        rules.language(language),
                        rules.zone(zone),
                        person.active()),
                false);
    }

    /** Lets somebody in again, or no longer: whoever is signed in is out with their next click. */
    @Transactional
    public void activate(String id, boolean active, String by) {
        var person = get(id);
        if (person.active() == active) {
            return;
        }
        if (!active && id.equals(by)) {
            throw Refusal.conflict("security.person.self");
        }
        if (!active && person.role() == Role.ADMINISTRATOR) {
            keepOneAdministrator(id);
        }
        var changed =
                new Person(id, person.name(), person.email(), person.role(), person.language(), person.zone(), active);
        accounts.update(changed, true);
        directory.update(changed);
        events.publishEvent(new PersonChanged(id));
        if (!active) {
            tokens.revokeAll(id);
        }
    }

    /** Makes up a new password that has to be changed at the next sign-in. */
    @Transactional
    public String newPassword(String id) {
        get(id);
        String password = Passwords.random(14);
        accounts.passwordChanged(id, true);
        directory.newPassword(id, password);
        return password;
    }

    /** Somebody changes their own password and stays signed in nowhere else. */
    // a wrong old password must be remembered, so that guessing becomes slow; nothing else is written by then
    @Transactional(noRollbackFor = Refusal.class)
    public void changePassword(String id, String old, String password) {
        Person person = get(id);
        if (!directory.opens(id, old)) {
            throw Refusal.invalid("security.password.old").at("old");
        }
        if (old.equals(password)) {
            throw Refusal.invalid("security.password.same").at("password");
        }
        Passwords.check(person, password);
        accounts.passwordChanged(id, false);
        directory.newPassword(id, password);
    }

    /** Sets a password somebody chose who has shown a link instead of the old one. */
    @Transactional
    void resetPassword(Person person, String password) {
        Passwords.check(person, password);
        accounts.passwordChanged(person.id(), false);
        directory.newPassword(person.id(), password);
    }

    /** Seconds until a password of this person is looked at again. */
    int waits(String id) {
        return directory.waits(id);
    }

    /** Forgets wrong passwords: the next one is looked at now. */
    void unlock(String id) {
        directory.unlock(get(id).id());
    }

    private void keepOneAdministrator(String id) {
        if (accounts.administratorsBut(id) == 0) {
            throw Refusal.conflict("security.person.lastAdministrator");
        }
    }
}
