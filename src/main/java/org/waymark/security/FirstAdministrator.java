package org.waymark.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the very first start nobody could sign in: makes one administrator, with a password that must be changed. */
@Component
@Profile("!" + HouseKeys.DEMO)
@ConditionalOnProperty(name = "waymark.first-administrator", matchIfMissing = true)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdministrator implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final People people;
    private final Path folder;

    FirstAdministrator(Accounts accounts, People people, @Value("${" + HouseKeys.DATA + "}") Path folder) {
        this.accounts = accounts;
        this.people = people;
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var file = folder.resolve("first-password");
        if (accounts.none()) {
            PrivateFiles.folder(folder);
            PrivateFiles.write(
                    file,
                    people.add(new NewPerson("admin", "Administrator", null, Role.ADMINISTRATOR.name(), null, null)));
            log.info("Sign in as admin with the password in {}; you will be asked to change it.", file);
        } else if (accounts.find("admin").filter(Account::mustChangePassword).isEmpty()) {
            Files.deleteIfExists(file);
        }
    }
}
