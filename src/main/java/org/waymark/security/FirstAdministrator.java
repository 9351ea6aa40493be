package org.waymark.security;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the very first start nobody could sign in: makes one administrator, with a password that must be changed. */
@Component
@Profile("!" + HouseKeys.DEMO)
@ConditionalOnProperty(name = "waymark.first-administrator", matchIfMissing = true)
@Order(FirstAdministrator.AFTER_GROUPS)
class FirstAdministrator implements ApplicationRunner {
    /** The engine's groups must exist before anybody can be put into one. */
    static final int AFTER_GROUPS = -1000;

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final People people;
    private final FirstPassword firstPassword;

    FirstAdministrator(Accounts accounts, People people, FirstPassword firstPassword) {
        this.accounts = accounts;
        this.people = people;
        this.firstPassword = firstPassword;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (accounts.none()) {
            String password = people.add(
                    new NewPerson(FirstPassword.OWNER, "Administrator", null, Role.ADMINISTRATOR.name(), null, null));
            log.info(
                    "Sign in as {} with the password in {}; you will be asked to change it.",
                    FirstPassword.OWNER,
                    firstPassword.write(password));
        }
    }
}
