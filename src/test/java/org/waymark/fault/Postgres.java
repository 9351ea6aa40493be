package org.waymark.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL that keeps its promises (fsync and synchronous commit are on) and can be killed as by a power cut. */
final class Postgres implements AutoCloseable {

    private static final String OWNER = "waymark_owner";
    private static final String WORKER = "waymark";

    private final Path data;
    private EmbeddedPostgres server;

    Postgres(Path data) throws IOException {
        this.data = data;
        server = started(0);
        JdbcClient all = JdbcClient.create(server.getPostgresDatabase());
        all.sql("create role " + OWNER + " login password 'owner'").update();
        all.sql("create role " + WORKER + " login password 'worker'").update();
        all.sql("create database waymark owner " + OWNER).update();
    }

    /** What a node is told that comes to this database by another port. */
    static Map<String, String> environment(int port) {
        return Map.of(
                "WAYMARK_DB_URL",
                url(port),
                "WAYMARK_DB_USER",
                WORKER,
                "WAYMARK_DB_PASSWORD",
                "worker",
                "WAYMARK_DB_OWNER",
                OWNER,
                "WAYMARK_DB_OWNER_PASSWORD",
                "owner");
    }

    int port() {
        return server.getPort();
    }

    /** A line of our own, past every proxy. */
    Connection connect() throws SQLException {
        return connect("waymark");
    }

    Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(url(port()) + "?currentSchema=" + schema, OWNER, "owner");
    }

    /** Questions over one line of our own. */
    static JdbcClient over(Connection line) {
        return JdbcClient.create(new SingleConnectionDataSource(line, true));
    }

    /** What it says in a line, for the table. */
    String version() throws SQLException {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** Ends the server and every process of it without a word. */
    void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = first.descendants().toList();
        first.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        first.onExit().join();
        all.stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
    }

    /** Starts it again on what it has left, at the same port. */
    void startAgain() throws IOException {
        int port = port();
        server.close();
        server = started(port);
    }

    /** Ends every session of Waymark as an administrator would; the number of those it ended. */
    int endSessions() {
        return JdbcClient.create(server.getPostgresDatabase())
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + WORKER + "'")
                .query(Boolean.class)
                .list()
                .size();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres started(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
        if (port != 0) {
            builder.setPort(port);
        }
        return builder.start();
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/waymark";
    }
}
