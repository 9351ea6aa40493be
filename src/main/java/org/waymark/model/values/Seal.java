package org.waymark.model.values;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.waymark.web.Sha256;

/** The proof that a blind vote was cast and not changed since: its hash can be published, its salt and words cannot be guessed. */
public record Seal(String salt, String commitment) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Seal over(String vote) {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return over(HexFormat.of().formatHex(salt), vote);
    }

    static Seal over(String salt, String vote) {
        return new Seal(salt, Sha256.hex(salt + vote));
    }

    /** Whether this vote is the one that was sealed. */
    public boolean holds(String vote) {
        return over(salt, vote).commitment().equals(commitment);
    }
}
