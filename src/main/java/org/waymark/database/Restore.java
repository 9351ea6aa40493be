package org.waymark.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads a copy into a database that has nothing of anybody's yet, all of it or nothing. */
final class Restore implements AutoCloseable {

    private static final int AT_ONCE = 200;

    private final Path file;
    private final ZipFile zip;
    final Manifest manifest;

    private Restore(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a copy and adds it up, so that a damaged one is refused before anything is written. */
    static Restore open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            ZipEntry about = zip.getEntry(Manifest.FILE);
            if (about == null) {
                zip.close();
                throw new DatabaseRefuses("The file " + file + " is no copy that Waymark made.");
            }
            Manifest manifest = Backup.JSON.readValue(zip.getInputStream(about), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                zip.close();
                throw new DatabaseRefuses("The copy " + file + " is of form " + manifest.format()
                        + "; this Waymark reads form " + Manifest.FORMAT + ".");
            }
            Restore copy = new Restore(file, zip, manifest);
            for (Manifest.Sum sum : manifest.tables()) {
                copy.check(sum);
            }
            return copy;
        } catch (IOException e) {
            throw new DatabaseRefuses("The file " + file + " cannot be read as a copy: " + e.getMessage());
        }
    }

    private void check(Manifest.Sum sum) throws IOException {
        Manifest.Adding adding = new Manifest.Adding();
        try (BufferedReader lines = lines(sum.name())) {
            lines.readLine();
            lines.lines().forEach(adding::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!adding.of(sum.name()).equals(sum)) {
            throw new DatabaseRefuses("The copy " + file + " is damaged: the rows of " + sum.name()
                    + " are not those it was made with. Nothing was changed.");
        }
    }

    private BufferedReader lines(String table) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.entry(table));
        if (entry == null) {
            throw new IOException("it has no rows of " + table);
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }

    /** Puts every row where it was; the tables are those the copy was made from, and what a migration seeded goes. */
    void into(Connection connection) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        Table.all(connection).forEach(table -> tables.put(table.copied(), table));
        Ties ties = Ties.of(connection);
        connection.setAutoCommit(false);
        try {
            ties.loosen();
            try (Statement statement = connection.createStatement()) {
                for (Table table : tables.values()) {
                    statement.execute("delete from " + table.quoted());
                }
            }
            for (Manifest.Sum sum : manifest.tables()) {
                Table table = tables.get(sum.name());
                if (table == null) {
                    throw new DatabaseRefuses("The copy " + file + " has a table this Waymark does not know: "
                            + sum.name() + ". Nothing was changed.");
                }
                fill(connection, table);
                ties.countOn(table);
            }
            ties.fasten();
            connection.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("The copy " + file + " cannot be read", e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void fill(Connection connection, Table table) throws SQLException, IOException {
        try (BufferedReader lines = lines(table.copied());
                PreparedStatement insert = connection.prepareStatement(table.insert())) {
            List<?> columns = Backup.JSON.readValue(Objects.requireNonNull(lines.readLine()), List.class);
            if (!columns.equals(table.copiedColumns())) {
                throw new DatabaseRefuses("The copy " + file + " has other columns in " + table.copied()
                        + " than this Waymark. Nothing was changed.");
            }
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                @Nullable String[] cells = Backup.JSON.readValue(line, String[].class);
                for (int at = 0; at < cells.length; at++) {
                    table.columns().get(at).cells().write(insert, at + 1, cells[at]);
                }
                insert.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
