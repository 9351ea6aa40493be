package org.waymark.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.web.Texts;

/** The words of the trade, explained where they stand: the first time each occurs in a text. */
@Component
public class Glossary {

    /** Keys of {@code engagement.word.<key>} and {@code engagement.word.<key>.meaning}. */
    static final List<String> WORDS =
            List.of("front-office", "system-of-record", "cxc", "deflection", "chasm", "npv", "first-contact");

    private final Texts texts;

    Glossary(Texts texts) {
        this.texts = texts;
    }

    /** A piece of a text; with a key where it is a word to explain. */
    public record Piece(String text, @Nullable String key) {}

    /** A word and what it means. */
    public record Word(String key, String word, String meaning) {}

    public List<Word> words() {
        return WORDS.stream()
                .map(key -> new Word(
                        key, texts.of("engagement.word." + key), texts.of("engagement.word." + key + ".meaning")))
                .toList();
    }

    /** The same text in pieces, in order. */
    public List<Piece> pieces(String text) {
        return pieces(text, words());
    }

    static List<Piece> pieces(String text, List<Word> words) {
        String any = words.stream().map(word -> Pattern.quote(word.word())).collect(Collectors.joining("|"));
        Matcher found = Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        List<Piece> pieces = new ArrayList<>();
        List<String> explained = new ArrayList<>();
        int from = 0;
        while (found.find()) {
            String said = found.group();
            String key = words.stream()
                    .filter(word -> word.word().toLowerCase(Locale.ROOT).equals(said.toLowerCase(Locale.ROOT)))
                    .map(Word::key)
                    .findFirst()
                    .orElse("");
            if (!key.isEmpty() && !explained.contains(key)) {
                explained.add(key);
                if (found.start() > from) {
                    pieces.add(new Piece(text.substring(from, found.start()), null));
                }
                pieces.add(new Piece(said, key));
                from = found.end();
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), null));
        }
        return pieces;
    }
}
