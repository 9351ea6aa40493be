package org.waymark.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The agendas of dcfts.md 4.3: their minutes add up, and the operating model takes the largest share. */
class FormatTests {

    @Test
    void theBlocksFillTheTimeAndTheOperatingModelTakesMost() {
        assertThat(Format.HALF.total()).isEqualTo(240);
        assertThat(Format.ONE.total()).isEqualTo(420);
        assertThat(Format.TWO.total()).isEqualTo(840);
        for (Format format : Format.values()) {
            assertThat(format.blocks()).hasSize(9);
            assertThat(format.blocks().stream().filter(Format.Block::stage)).hasSize(7);
            assertThat(format.blocks().stream()
                            .max((one, two) -> Integer.compare(one.minutes(), two.minutes()))
                            .orElseThrow()
                            .name())
                    .isEqualTo("operating-model");
        }
    }
}
