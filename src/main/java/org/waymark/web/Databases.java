package org.waymark.web;

import java.sql.Connection;
import java.sql.SQLException;

/** Which of the two databases somebody works on. */
public final class Databases {

    private Databases() {}

    public static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
}
