package org.waymark.database;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.waymark.web.Sha256;

/** What a copy says of itself: when it was made, from which state of the tables, and the sum of every table. */
record Manifest(int format, String made, String schema, List<Sum> tables) {

    static final int FORMAT = 1;
    static final String FILE = "waymark.json";

    /** One table: its rows, and the SHA-256 of all of them added up, whatever their order. */
    record Sum(String name, long rows, String sha256) {}

    /** Adds up rows. */
    static final class Adding {

        private static final BigInteger ROUND = BigInteger.ONE.shiftLeft(256);

        private long rows;
        private BigInteger sum = BigInteger.ZERO;

        void add(String row) {
            byte[] hash = Sha256.digest().digest(row.getBytes(StandardCharsets.UTF_8));
            sum = sum.add(new BigInteger(1, hash)).mod(ROUND);
            rows++;
        }

        Sum of(String table) {
            return new Sum(table, rows, "%064x".formatted(sum));
        }
    }
}
