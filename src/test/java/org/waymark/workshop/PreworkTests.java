package org.waymark.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.program.EarlyOpenings;

/** Preparing a session opens all on its agenda that can be asked about ahead of time, and that asks somebody. */
class PreworkTests {

    private final EarlyOpenings early = mock();
    private final Prework prework = new Prework(early);

    @Test
    void everyStageOnTheAgendaIsOpenedThatHasSomebodyToAsk() {
        when(early.offered("ATLAS")).thenReturn(List.of("maturity", "use-cases", "operating-model", "elsewhere"));
        when(early.asks("ATLAS", "maturity")).thenReturn(5);
        when(early.asks("ATLAS", "operating-model")).thenReturn(2);
        when(early.asks("ATLAS", "elsewhere")).thenReturn(3);
        assertThat(prework.of("ATLAS"))
                .containsExactly(new Prework.Opens("maturity", 5), new Prework.Opens("operating-model", 2));
        prework.begin("ATLAS", "max");
        verify(early).open("ATLAS", "maturity", "max");
        verify(early).open("ATLAS", "operating-model", "max");
        verify(early, never()).open("ATLAS", "use-cases", "max");
        verify(early, never()).open("ATLAS", "elsewhere", "max");
    }

    @Test
    void theAgendaHoldsTheSevenStagesHoweverLongItIs() {
        for (Format format : Format.values()) {
            assertThat(format.blocks())
                    .filteredOn(Format.Block::stage)
                    .extracting(Format.Block::name)
                    .isEqualTo(Format.stages())
                    .hasSize(7);
        }
    }
}
