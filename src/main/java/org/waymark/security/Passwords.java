package org.waymark.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.waymark.web.Refusal;

/** What a password must be, and how to make one up. */
final class Passwords {
    static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 200;
    // no characters that people mistake for one another when they copy from paper
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    static void check(String id, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Refusal.invalid("security.password.short", SHORTEST).at("password");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Refusal.invalid("security.password.long", LONGEST_BYTES).at("password");
        }
        if (id.length() > 3 && password.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT))) {
            throw Refusal.invalid("security.password.name").at("password");
        }
        if (password.codePoints().distinct().count() < 5) {
            throw Refusal.invalid("security.password.simple").at("password");
        }
    }
}
