package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.engagement.Four;
import org.waymark.engagement.Measures;
import org.waymark.portfolio.Board;
import org.waymark.program.Program;

/** One figure, one meaning: the board's row says of the four measures what the program's page says. */
class SameFiguresTests extends House {

    @Autowired
    Board board;

    @Autowired
    Measures measures;

    @Test
    void theBoardSaysOfEveryProgramWhatItsPageSays() {
        String code = launch();
        playTo(code, "values", "decideGate");
        SoftAssertions softly = new SoftAssertions();
        for (Program program : programs.all()) {
            Board.Measures row = board.line(program, "manager").measures();
            Four four = measures.of(program.code());
            softly.assertThat(row.answered())
                    .as("%s answered", program.code())
                    .isEqualTo(four.engagement().answered());
            softly.assertThat(row.asked())
                    .as("%s asked", program.code())
                    .isEqualTo(four.engagement().asked());
            softly.assertThat(row.passed())
                    .as("%s passed", program.code())
                    .isEqualTo(four.progress().gatesPassed());
            softly.assertThat(row.sinceDecision())
                    .as("%s since the last decision", program.code())
                    .isEqualTo(four.momentum().workingDaysSinceDecision());
            softly.assertThat(row.agreement())
                    .as("%s agreement", program.code())
                    .usingComparator(SameFiguresTests::compared)
                    .isEqualTo(four.alignment().agreement());
            softly.assertThat(row.overlap())
                    .as("%s overlap", program.code())
                    .usingComparator(SameFiguresTests::compared)
                    .isEqualTo(four.alignment().topThree());
            softly.assertThat(row.recall())
                    .as("%s recall", program.code())
                    .usingComparator(SameFiguresTests::compared)
                    .isEqualTo(four.alignment().recall());
        }
        softly.assertAll();
        assertThat(programs.all()).hasSizeGreaterThan(6);
    }

    private static int compared(java.math.BigDecimal one, java.math.BigDecimal other) {
        return one == null || other == null ? (one == other ? 0 : 1) : one.compareTo(other);
    }
}
