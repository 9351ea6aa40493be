package org.waymark.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that keeps what it has committed, as a real one does: the embedded one would not wait for its disk. */
final class DurableServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final JdbcClient jdbc;

    DurableServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "100")
                .start();
        jdbc = JdbcClient.create(server.getPostgresDatabase());
    }

    Contender.Place database(String name) {
        jdbc.sql("create database " + name).update();
        return new Contender.Place(server.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /** Everything written ahead so far, by anybody. */
    long writtenAhead() {
        return jdbc.sql("select cast(pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bigint)")
                .query(Long.class)
                .single();
    }

    long size(String database) {
        return jdbc.sql("select pg_database_size(:name)")
                .param("name", database)
                .query(Long.class)
                .single();
    }

    String version() {
        return jdbc.sql("show server_version").query(String.class).single();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
