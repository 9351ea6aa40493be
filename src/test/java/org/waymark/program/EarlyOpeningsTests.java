package org.waymark.program;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.ledger.Ledger;
import org.waymark.stage.EarlyQuestions;
import org.waymark.stage.EarlyQuestions.Choice;
import org.waymark.stage.EarlyQuestions.Question;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Early answers are looked at against what was asked, which is worked out once. */
class EarlyOpeningsTests {

    private final EarlyQuestions kind = mock();
    private EarlyOpenings openings;

    @BeforeEach
    void maturityIsOpenEarly() {
        JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
        when(jdbc.sql(anyString())
                        .param("ATLAS")
                        .query(EarlyOpenings.Opening.class)
                        .list())
                .thenReturn(List.of(new EarlyOpenings.Opening(
                        "ATLAS", "maturity", 1, "max", OffsetDateTime.parse("2026-03-03T10:00:00Z"))));
        ObjectProvider<EarlyQuestions> kinds = mock();
        when(kinds.stream()).thenAnswer(call -> Stream.of(kind));
        when(kind.stage()).thenReturn("maturity");
        when(kind.asked("ATLAS")).thenReturn(List.of("ada"));
        List<Choice> levels = List.of(new Choice(1, "Basic", ""), new Choice(2, "Functional", ""));
        when(kind.all("ATLAS", "ada"))
                .thenReturn(List.of(new Question("DIM-1", "One", levels), new Question("DIM-2", "Two", levels)));
        openings = new EarlyOpenings(jdbc, mock(), mock(Team.class), mock(Ledger.class), Clock.systemUTC(), kinds);
    }

    @Test
    void whatIsAskedIsWorkedOutOnceAndNothingElseIsTaken() {
        openings.keep("ATLAS", "maturity", "ada", Map.of("DIM-1", 1, "DIM-2", 2));
        verify(kind, times(1)).all("ATLAS", "ada");
        verify(kind).keep("ATLAS", "ada", Map.of("DIM-1", 1, "DIM-2", 2));
        for (Map<String, Integer> wrong : List.of(
                Map.of("DIM-1", 1), Map.of("DIM-1", 1, "DIM-2", 3), Map.of("DIM-1", 1, "DIM-2", 2, "DIM-9", 1))) {
            assertThatThrownBy(() -> openings.keep("ATLAS", "maturity", "ada", Map.copyOf(wrong)))
                    .isInstanceOf(Refusal.class);
        }
        verify(kind, times(1)).keep(any(), any(), any());
    }
}
