package org.waymark.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says in one sentence why Waymark did not start: no database there, a wrong password, a right that is missing. */
class DatabaseRefusesAnalyzer implements FailureAnalyzer {

    private static final String EXAMPLE = "WAYMARK_DB_URL looks like jdbc:postgresql://host:5432/waymark;"
            + " src/docs/operations.md lists all settings.";

    private final @Nullable Environment environment;

    DatabaseRefusesAnalyzer(@Nullable Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DatabaseRefuses) {
                return new FailureAnalysis(t.getMessage(), EXAMPLE, t);
            }
            if (t instanceof SQLException refused && refused.getSQLState() != null) {
                FailureAnalysis known = known(refused, refused.getSQLState());
                if (known != null) {
                    return known;
                }
            }
        }
        return null;
    }

    private @Nullable FailureAnalysis known(SQLException refused, String state) {
        String at = environment == null
                ? "The database"
                : "The database " + PostgresSettings.plain(environment.getProperty("spring.datasource.url", ""));
        String why = String.valueOf(refused.getMessage());
        if (state.equals("28P01") || state.equals("28000")) {
            return new FailureAnalysis(
                    at + " does not let this name in with this password: " + why,
                    "Check WAYMARK_DB_USER and WAYMARK_DB_PASSWORD, and WAYMARK_DB_OWNER and WAYMARK_DB_OWNER_PASSWORD.",
                    refused);
        }
        if (state.equals("3D000")) {
            return new FailureAnalysis(at + " does not exist: " + why, EXAMPLE, refused);
        }
        if (state.startsWith("08") || state.equals("57P03")) {
            return new FailureAnalysis(at + " cannot be reached: " + why, EXAMPLE, refused);
        }
        if (state.equals("90020")) {
            return new FailureAnalysis(
                    at + " is open in another process: a file of H2 belongs to one at a time.",
                    "Stop the Waymark that runs on it first.",
                    refused);
        }
        if (state.equals("42501") || state.equals("3F000")) {
            return new FailureAnalysis(
                    at + " does not let this role make its tables: " + why,
                    "Give the role in WAYMARK_DB_OWNER the right CREATE on the database, or make the schema named in"
                            + " WAYMARK_DB_SCHEMA and give it to that role.",
                    refused);
        }
        return null;
    }
}
