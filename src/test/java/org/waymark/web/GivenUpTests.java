package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Once H2 has given its file up, the product goes on with a new connection: nobody has to start it anew. */
class GivenUpTests {

    private static final String SETTING = "spring.datasource.hikari.exception-override-class-name";

    @TempDir
    Path folder;

    @Test
    void thePoolOfTheProductOpensTheFileAgain() throws Exception {
        Object override = new YamlPropertySourceLoader()
                .load("product", new ClassPathResource("application.yaml"))
                .get(0)
                .getProperty(SETTING);
        try (HikariDataSource pool = pool(String.valueOf(override))) {
            giveUp(pool);
            assertThatThrownBy(() -> work(pool)).matches(DatabaseAway::in, "answered with 503");
            work(pool);
        }
    }

    @Test
    void aPoolThatAsksOnlyTheConnectionKeepsItForEver() throws Exception {
        try (HikariDataSource pool = pool(null)) {
            giveUp(pool);
            for (int tries = 0; tries < 3; tries++) {
                assertThatThrownBy(() -> work(pool)).isInstanceOf(SQLException.class);
            }
        }
    }

    private HikariDataSource pool(@Nullable String override) throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("waymark"));
        pool.setUsername("waymark");
        pool.setMaximumPoolSize(1);
        if (override != null) {
            pool.setExceptionOverrideClassName(override);
        }
        work(pool);
        return pool;
    }

    /** What a full disk does, without one: the store is closed under everybody. */
    private void giveUp(HikariDataSource pool) throws SQLException {
        try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), "")) {
            connection.createStatement().execute("shutdown immediately");
        } catch (SQLException closed) {
            assertThat(DatabaseAway.in(closed)).as(closed.getMessage()).isTrue();
        }
    }

    private static void work(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("create table if not exists note(words varchar(10))");
        }
    }
}
