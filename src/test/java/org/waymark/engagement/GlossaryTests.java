package org.waymark.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Words of the trade are explained the first time they stand in a text, and nothing of the text is lost. */
class GlossaryTests {

    private static final List<Glossary.Word> WORDS = List.of(
            new Glossary.Word("front-office", "front office", "Everybody a customer can meet."),
            new Glossary.Word("cxc", "CXC", "Capabilities."));

    @Test
    void theFirstOfEachIsExplainedAndTheTextStaysWhole() {
        String text = "Work as one Front Office; the front office and CXC (not CXCs) agree.";
        List<Glossary.Piece> pieces = Glossary.pieces(text, WORDS);
        assertThat(pieces.stream().map(Glossary.Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(pieces.stream().filter(piece -> piece.key() != null))
                .extracting(Glossary.Piece::text)
                .containsExactly("Front Office", "CXC");
        assertThat(Glossary.pieces("Nothing here", WORDS)).hasSize(1);
        assertThat(Glossary.pieces("", WORDS)).isEmpty();
    }
}
