package org.waymark.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty PostgreSQL database with the two roles that Waymark is installed with. */
final class Cluster implements AutoCloseable {

    private static final String OWNER = "waymark_owner";
    private static final String WORKER = "waymark";

    private final EmbeddedPostgres server;

    Cluster() throws IOException {
        server = EmbeddedPostgres.builder().start();
        JdbcClient all = JdbcClient.create(server.getPostgresDatabase());
        all.sql("create role " + OWNER + " login password 'owner-secret'").update();
        all.sql("create role " + WORKER + " login password 'worker-secret'").update();
        all.sql("create database waymark owner " + OWNER).update();
    }

    /** What somebody sets who installs it. */
    Map<String, String> environment() {
        return Map.of(
                "WAYMARK_DB_URL",
                url(),
                "WAYMARK_DB_USER",
                WORKER,
                "WAYMARK_DB_PASSWORD",
                "worker-secret",
                "WAYMARK_DB_OWNER",
                OWNER,
                "WAYMARK_DB_OWNER_PASSWORD",
                "owner-secret");
    }

    JdbcClient owner() {
        return as(OWNER, "owner-secret");
    }

    JdbcClient worker() {
        return as(WORKER, "worker-secret");
    }

    private JdbcClient as(String role, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url() + "?currentSchema=waymark", role, password));
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/waymark";
    }

    @Override
    public void close() throws IOException, SQLException {
        server.close();
    }
}
