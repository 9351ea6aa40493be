package org.waymark.model.values;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The proof that a blind vote was cast and not changed since: its hash can be published, its salt and words cannot be guessed. */
public record Seal(String salt, String commitment) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Seal over(String vote) {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return over(HexFormat.of().formatHex(salt), vote);
    }

    static Seal over(String salt, String vote) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((salt + vote).getBytes(StandardCharsets.UTF_8));
            return new Seal(salt, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this vote is the one that was sealed. */
    public boolean holds(String vote) {
        return over(salt, vote).commitment().equals(commitment);
    }
}
