package org.waymark.database;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** With the profile {@code postgres} says at once what is missing, rather than opening some other database. */
public class PostgresSettings implements EnvironmentPostProcessor, Ordered {

    static final String PROFILE = "postgres";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
            return;
        }
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            throw new DatabaseRefuses("The profile postgres needs the address of a database in WAYMARK_DB_URL.");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseRefuses("WAYMARK_DB_URL is no address of a PostgreSQL database: " + plain(url));
        }
        if (environment.getProperty("spring.datasource.username", "").isBlank()) {
            throw new DatabaseRefuses("The profile postgres needs the name of a database role in WAYMARK_DB_USER.");
        }
    }

    /** The address without what may follow it, which may be a password. */
    static String plain(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
