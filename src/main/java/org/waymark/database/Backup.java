package org.waymark.database;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies every table into one file as it stands at one moment, while others go on writing: a zip of one file a table,
 * one row a line, that any of the databases can read.
 */
final class Backup {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 500;

    private Backup() {}

    /** Writes the copy and gives back what it says of itself. */
    static Manifest take(Connection connection, String schemaVersion, Path file, Clock clock) throws SQLException {
        if (Files.exists(file)) {
            throw new DatabaseRefuses("There is a file already at " + file + "; a copy never replaces another.");
        }
        Path growing = file.resolveSibling(file.getFileName() + ".part");
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(closedToOthers(growing)))) {
            List<Manifest.Sum> sums = new ArrayList<>();
            for (Table table : Table.all(connection)) {
                sums.add(copy(connection, table, zip));
            }
            Manifest manifest = new Manifest(Manifest.FORMAT, clock.instant().toString(), schemaVersion, sums);
            zip.putNextEntry(new ZipEntry(Manifest.FILE));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException("The copy " + file + " cannot be written", e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        }
    }

    private static Manifest.Sum copy(Connection connection, Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(entry(table.copied())));
        BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        lines.write(JSON.writeValueAsString(table.copiedColumns()));
        lines.newLine();
        Manifest.Adding sum = new Manifest.Adding();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    List<@Nullable String> cells = new ArrayList<>();
                    for (int at = 0; at < table.columns().size(); at++) {
                        cells.add(table.columns().get(at).cells().read(rows, at + 1));
                    }
                    String row = JSON.writeValueAsString(cells);
                    sum.add(row);
                    lines.write(row);
                    lines.newLine();
                }
            }
        }
        lines.flush();
        zip.closeEntry();
        return sum.of(table.copied());
    }

    static String entry(String table) {
        return "tables/" + table + ".jsonl";
    }

    /** It holds everything the database holds. */
    private static Path closedToOthers(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }
}
