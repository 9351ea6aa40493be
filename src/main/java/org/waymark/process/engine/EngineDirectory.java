package org.waymark.process.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.waymark.security.Person;
import org.waymark.security.PersonDirectory;
import org.waymark.security.Role;

/** Keeps people as users of the engine, in one group for all and one for their role. */
@Component
class EngineDirectory implements PersonDirectory {
    static final String EVERYBODY = "waymark-people";

    // of no password: compared for names nobody has, so that they answer as slowly as others
    private static final String NOBODY = "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5BWX4Z3i5xk0vV6nqY0X1o8Yb0d6W";

    private final IdentityService identities;
    private final Clock clock;
    private final Bcrypt bcrypt = new Bcrypt();

    EngineDirectory(@Lazy IdentityService identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    static String group(Role role) {
        return "waymark-" + role.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void add(Person person, String password) {
        asWaymark(() -> {
            var user = identities.newUser(person.id());
            user.setPassword(password);
            user.setFirstName(person.name());
            user.setLastName("");
            user.setEmail(person.email());
            identities.saveUser(user);
            identities.createMembership(person.id(), EVERYBODY);
            identities.createMembership(person.id(), group(person.role()));
        });
    }

    @Override
    public boolean opens(String id, String password) {
        if (id.isEmpty()) {
            bcrypt.check(password, NOBODY);
            return false;
        }
        return identities.checkPassword(id, password);
    }

    @Override
    public int waits(String id) {
        int[] seconds = new int[1];
        asWaymark(() -> {
            var user = identities.createUserQuery().userId(id).singleResult();
            // the engine refuses without a word while it waits; only its own record of the person says until when
            Date until = user instanceof UserEntity known ? known.getLockExpirationTime() : null;
            if (until != null) {
                seconds[0] = (int) Math.max(
                        0, Duration.between(clock.instant(), until.toInstant()).toSeconds() + 1);
            }
        });
        return seconds[0];
    }

    @Override
    public void update(Person person) {
        asWaymark(() -> {
            var user = identities.createUserQuery().userId(person.id()).singleResult();
            user.setFirstName(person.name());
            user.setEmail(person.email());
            identities.saveUser(user);
            // a deactivated person keeps no right in the engine either
            belongs(person.id(), EVERYBODY, person.active());
            Arrays.stream(Role.values())
                    .forEach(role -> belongs(person.id(), group(role), person.active() && role == person.role()));
        });
    }

    @Override
    public void newPassword(String id, String password) {
        asWaymark(() -> {
            var user = identities.createUserQuery().userId(id).singleResult();
            user.setPassword(password);
            identities.saveUser(user);
            identities.unlockUser(id);
        });
    }

    @Override
    public void unlock(String id) {
        asWaymark(() -> identities.unlockUser(id));
    }

    private void belongs(String id, String group, boolean should) {
        boolean does =
                identities.createGroupQuery().groupMember(id).groupId(group).count() > 0;
        if (should && !does) {
            identities.createMembership(id, group);
        } else if (!should && does) {
            identities.deleteMembership(id, group);
        }
    }

    /** Nobody has rights over people in the engine; Waymark's own pages have asked already who may do this. */
    private void asWaymark(Runnable work) {
        var current = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            work.run();
        } finally {
            if (current != null) {
                identities.setAuthentication(current.getUserId(), current.getGroupIds(), current.getTenantIds());
            }
        }
    }
}
