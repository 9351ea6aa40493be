package org.waymark.workshop;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.waymark.web.Sha256;

/** Makes what opens a ballot, and the hash that is all we keep of it. */
final class Secrets {

    private static final int BYTES = 32;
    private static final int LETTERS = 10;
    /** No letter that could be read as another one: no I, L, O, U (Crockford's base 32). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 bits for an address that nobody types. */
    static String token() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 50 bits that a person can type: {@code K7QM4-X2P9D}. */
    static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            if (i == LETTERS / 2) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** A code as it was typed: small letters, blanks and look-alikes mean what the slip says. */
    static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static String hash(String secret) {
        return Sha256.hex(secret);
    }

    /** A code opens in its own room only: another room's same letters have another hash. */
    static String hash(long session, String code) {
        return hash("room " + session + " " + plain(code));
    }
}
