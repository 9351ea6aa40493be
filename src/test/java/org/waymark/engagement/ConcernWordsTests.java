package org.waymark.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.waymark.web.Refusal;

/** The words of a concern are kept as plain text, and there have to be some. */
class ConcernWordsTests {

    @Test
    void aConcernIsPlainTextThatAReaderSees() {
        assertThat(Concerns.said(" Who\u0000 pays?\r\nAnd when? ", 100, "words"))
                .isEqualTo("Who pays?\nAnd when?");
        for (String nothing : new String[] {"\u200B", "\u0000", " "}) {
            assertThatThrownBy(() -> Concerns.said(nothing, 100, "words"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("engagement.empty.words"));
        }
    }
}
