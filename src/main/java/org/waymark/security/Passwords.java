package org.waymark.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.web.Refusal;

/** What a password must be, and how to make one up. */
final class Passwords {
    static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 200;
    // no characters that people mistake for one another when they copy from paper
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> COMMON = words();

    private Passwords() {}

    static String random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Long enough, not made of the person's own name, and nothing that is tried first by whoever guesses. */
    static void check(Person person, String password) {
        check(person.id(), password);
        String typed = password.toLowerCase(Locale.ROOT);
        for (String part : person.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (part.length() > 3 && typed.contains(part)) {
                throw Refusal.invalid("security.password.own-name").at("password");
            }
        }
        if (common(typed)) {
            throw Refusal.invalid("security.password.common").at("password");
        }
    }

    /** Known words with digits and signs around them, written twice, or a row of neighbours. */
    private static boolean common(String typed) {
        String word = typed.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        String plain = plain(word);
        int half = word.length() / 2;
        return word.isEmpty()
                || COMMON.contains(typed)
                || COMMON.contains(word)
                || COMMON.contains(plain)
                || (word.length() % 2 == 0
                        && word.substring(0, half).equals(word.substring(half))
                        && COMMON.contains(word.substring(0, half)));
    }

    /** With the usual digits and signs turned back into the letters they stand for. */
    private static String plain(String typed) {
        return typed.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }

    private static Set<String> words() {
        try (InputStream file = Passwords.class.getResourceAsStream("/security/common-passwords.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(String id, String password) {
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
