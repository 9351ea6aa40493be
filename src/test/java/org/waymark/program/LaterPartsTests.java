package org.waymark.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.stage.Ask;
import org.waymark.stage.StageModel;
import org.waymark.stakeholder.Part;

/** Later parts are asked for a week before their stage opens, and not a day earlier. */
class LaterPartsTests {

    private static final LocalDate GATE = LocalDate.of(2027, 3, 12);

    private final StageModel capabilities =
            model("capabilities", new Ask("rateCapabilities", "FUNCTION_LEAD", 10), new Ask("agree", "MANAGER", 25));
    private final StageModel maturity = model(
            "maturity",
            new Ask("voteMaturity", "RATER", 10),
            new Ask("all", "STAKEHOLDER", 1),
            new Ask("line", "OWNER", 1),
            new Ask("agreeMaturity", "MANAGER", 30));
    private final StageModel roi = model("roi", new Ask("reviewFinances", "FINANCE", 30));
    private final List<Part> named = List.of(Part.SPONSOR, Part.MANAGER, Part.FUNCTION_LEAD);

    @Test
    void nothingIsAskedEightDaysBeforeAndEverythingSevenDaysBefore() {
        assertThat(ask("OPEN", GATE.minusDays(8), named, false)).isEmpty();
        assertThat(ask("OPEN", GATE.minusDays(7), named, false))
                .containsExactly(new LaterParts.Unfilled("maturity", GATE, List.of(Part.RATER)));
    }

    @Test
    void whatIsNamedIsNotAskedAgain() {
        List<Part> all = List.of(Part.MANAGER, Part.FUNCTION_LEAD, Part.RATER);
        assertThat(ask("OPEN", GATE.minusDays(1), all, false)).isEmpty();
    }

    @Test
    void aStageThatIsLateOpensTodayAtTheEarliest() {
        assertThat(ask("OPEN", GATE.plusDays(3), named, false))
                .containsExactly(new LaterParts.Unfilled("maturity", GATE.plusDays(3), List.of(Part.RATER)));
    }

    @Test
    void atItsGateTheNextStageMayOpenAnyDay() {
        assertThat(ask("AT_GATE", GATE.minusDays(30), named, false))
                .containsExactly(new LaterParts.Unfilled("maturity", GATE, List.of(Part.RATER)));
    }

    @Test
    void severalStagesMayBeNear() {
        List<StageState> states = List.of(
                state("capabilities", 1, "OPEN", GATE),
                state("maturity", 2, "AHEAD", GATE.plusDays(2)),
                state("roi", 3, "AHEAD", GATE.plusDays(30)));
        assertThat(unfilled(states, GATE.minusDays(6)))
                .extracting(LaterParts.Unfilled::stage)
                .containsExactly("maturity");
        assertThat(unfilled(states, GATE.minusDays(5)))
                .containsExactly(
                        new LaterParts.Unfilled("maturity", GATE, List.of(Part.RATER)),
                        new LaterParts.Unfilled("roi", GATE.plusDays(2), List.of(Part.FINANCE)));
    }

    @Test
    void aSmallProgramDoesWithoutTheOwnersOfTheFiveCs() {
        StageModel operating = model("maturity", new Ask("agreeContent", "OWNER_CONTENT", 10));
        List<StageState> states =
                List.of(state("capabilities", 1, "OPEN", GATE), state("maturity", 2, "AHEAD", GATE.plusDays(20)));
        assertThat(LaterParts.unfilled(states, List.of(capabilities, operating), named, true, GATE))
                .isEmpty();
        assertThat(LaterParts.unfilled(states, List.of(capabilities, operating), named, false, GATE))
                .containsExactly(new LaterParts.Unfilled("maturity", GATE, List.of(Part.OWNER_CONTENT)));
    }

    private List<LaterParts.Unfilled> ask(String before, LocalDate today, List<Part> held, boolean lite) {
        List<StageState> states = List.of(
                state("capabilities", 1, before, GATE),
                state("maturity", 2, "AHEAD", GATE.plusDays(20)),
                state("roi", 3, "AHEAD", GATE.plusDays(50)));
        return LaterParts.unfilled(states, List.of(capabilities, maturity, roi), held, lite, today);
    }

    private List<LaterParts.Unfilled> unfilled(List<StageState> states, LocalDate today) {
        return LaterParts.unfilled(states, List.of(capabilities, maturity, roi), named, false, today);
    }

    private static StageState state(String stage, int position, String state, LocalDate planned) {
        return new StageState("ATLAS", stage, position, state, 1, null, null, null, 0, 0, planned, planned, null, null);
    }

    private static StageModel model(String stage, Ask... asks) {
        StageModel model = mock(StageModel.class);
        when(model.stage()).thenReturn(stage);
        when(model.asks()).thenReturn(List.of(asks));
        return model;
    }
}
