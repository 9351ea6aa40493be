package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.promise.Inputs;

/** One rule for words that somebody types, whether in a comment, a concern or about a gate. */
class TypedTests {

    private static void refused(Runnable act, int status, String key) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.field()).isEqualTo("words");
        });
    }

    private static String words(String typed) {
        return Typed.words(typed, 10, "none", "long", "words");
    }

    @Test
    void wordsArePlainTextThatSaysSomethingAndFits() {
        assertThat(words("  a\u0000b\r\nc\td\u0007 ")).isEqualTo("ab\nc\td");
        assertThat(words("1234567890\u0000 ")).hasSize(10);
        refused(() -> words("12345678901"), 400, "long");
        List<String> nothing = new ArrayList<>(List.of("", "  \n", "\u200B\u200B", "\u0000", "\u00A0"));
        nothing.add(null);
        for (String typed : nothing) {
            assertThat(Typed.saysNothing(typed)).isTrue();
            refused(() -> words(typed), 422, "none");
        }
    }

    @Test
    void whatIsTypedAboutAGateKeepsToTheSameRule() {
        assertThat(Inputs.said("\u200B")).isFalse();
        assertThat(Inputs.said("\u0000 ")).isFalse();
        assertThat(Inputs.said("yes")).isTrue();
        Inputs.text(null, 3, "words");
        Inputs.text("yes", 3, "words");
        refused(() -> Inputs.text("long", 3, "words"), 400, "gate.text.long");
        refused(() -> Inputs.text("a\u0000", 3, "words"), 400, "web.unreadable");
    }
}
