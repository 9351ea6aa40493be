package org.waymark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.web.Refusal;

/** What a form posts becomes the draft: paths, rows, and percent typed where a share is kept. */
class DraftTreeTests {

    @Test
    void percentIsKeptAsTheShareItMeans() {
        assertThat(read("rate%", "10")).isEqualTo("{\"rate\":\"0.10\"}");
        assertThat(read("rate%", " 12.5 % ")).isEqualTo("{\"rate\":\"0.125\"}");
        assertThat(read("ramp[1]%", "0.5")).isEqualTo("{\"ramp\":{\"1\":\"0.005\"}}");
        assertThat(read("lines[0].inputs[captureRate]%", "0"))
                .isEqualTo("{\"lines\":[{\"inputs\":{\"captureRate\":\"0.00\"}}]}");
    }

    @Test
    void aShareByItsOwnNameStaysAsItIsSoThatOldDraftsAndProgramsKeepTheirMeaning() {
        assertThat(read("rate", "0.10")).isEqualTo("{\"rate\":\"0.10\"}");
        assertThat(read("rate", "10")).isEqualTo("{\"rate\":\"10\"}");
    }

    @Test
    void whatIsNoNumberReachesTheFormsRulesAsTypedAndNothingIsNothing() {
        assertThat(read("rate%", "ten")).isEqualTo("{\"rate\":\"ten\"}");
        assertThat(read("rate%", "-")).isEqualTo("{\"rate\":null}");
        assertThat(read("rate%", "")).isEqualTo("{}");
        assertThat(read("rate%", "-5")).isEqualTo("{\"rate\":\"-0.05\"}");
        assertThatThrownBy(() -> read("rate%%", "5")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read("ra%te", "5")).isInstanceOf(Refusal.class);
    }

    @Test
    void aListAndAnItemOfOneNameAreRefusedInWords() {
        assertThatThrownBy(() -> DraftTree.of(
                        new java.util.LinkedHashMap<>(Map.of("recall[a]", List.of("1"), "recall[]", List.of("2")))))
                .isInstanceOf(Refusal.class);
    }

    private static String read(String name, String typed) {
        return DraftTree.of(Map.of(name, List.of(typed))).toString();
    }
}
