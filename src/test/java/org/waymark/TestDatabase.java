package org.waymark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

/**
 * An empty database for a test: H2 in memory, or a schema of its own on PostgreSQL when the tests run with {@code
 * -Dwaymark.database=postgres}. One server serves them all and ends with the virtual machine.
 */
public final class TestDatabase {

    private static @Nullable EmbeddedPostgres server;

    private TestDatabase() {}

    public static boolean isPostgres() {
        return "postgres".equals(System.getProperty("waymark.database"));
    }

    public static String url() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        if (!isPostgres()) {
            return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        }
        JdbcClient.create(postgres().getPostgresDatabase())
                .sql("create schema " + name)
                .update();
        return postgres().getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    }

    public static String user() {
        return isPostgres() ? "postgres" : "sa";
    }

    public static String password() {
        return isPostgres() ? "postgres" : "";
    }

    public static EmbeddedDatabase fresh() {
        return new Fresh(url());
    }

    private static synchronized EmbeddedPostgres postgres() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    private static final class Fresh extends DriverManagerDataSource implements EmbeddedDatabase {

        Fresh(String url) {
            super(url, user(), password());
        }

        @Override
        public void shutdown() {
            String end = isPostgres() ? "drop schema if exists " + schema() + " cascade" : "shutdown";
            JdbcClient.create(this).sql(end).update();
        }

        private String schema() {
            String url = String.valueOf(getUrl());
            return url.substring(url.lastIndexOf('=') + 1);
        }
    }
}
