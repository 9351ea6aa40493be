package org.waymark.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/** Prepares the data folder before anything opens the database: closed to others, with a password of its own. */
public class HouseKeys implements EnvironmentPostProcessor, Ordered {
    static final String DEMO = "demo";
    static final String DATA = "waymark.data";
    private static final String PASSWORD_FILE = "database-password";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean demo = environment.acceptsProfiles(Profiles.of(DEMO));
        if (demo) {
            // its passwords are printed in the README: nobody but this machine may reach it, whatever else is set
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("waymark-demo", Map.of("server.address", "127.0.0.1")));
        }
        var usual = new HashMap<String, Object>();
        usual.put(DATA, demo ? "./data/demo" : "./data");
        var usualSource = new MapPropertySource("waymark-usual", usual);
        environment.getPropertySources().addLast(usualSource);

        String url = environment.getProperty("spring.datasource.url", "");
        if (url.startsWith("jdbc:h2:file:") && !environment.containsProperty("spring.datasource.password")) {
            var folder = Path.of(environment.getRequiredProperty(DATA));
            usual.put("spring.datasource.password", databasePassword(folder));
            if (!environment.containsProperty("spring.datasource.username")) {
                usual.put("spring.datasource.username", "waymark");
            }
        }
    }

    private static String databasePassword(Path folder) {
        try {
            PrivateFiles.folder(folder);
            return PrivateFiles.kept(folder.resolve(PASSWORD_FILE), () -> Passwords.random(32));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be used", e);
        }
    }
}
