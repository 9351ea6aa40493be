package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "10 - 4 - 3 | 3",
                "100 / 10 / 5 | 2",
                "-2 * -3 | 6",
                "max(0, 3 - 5) | 0",
                "min(4, 3) | 3",
                "ceil(22.2) | 23",
                "max(0, ceil(2.1) - 1) * 10 | 20",
                "0.5*0.5 | 0.25"
            })
    void reckonsLikePaper(String text, BigDecimal expected) {
        assertThat(Formula.of(text).amount(Map.of())).isEqualByComparingTo(expected);
    }

    @Test
    void takesItsInputsByName() {
        Formula formula = Formula.of("agents * points / 100");
        assertThat(formula.names()).containsExactlyInAnyOrder("agents", "points");
        assertThat(formula.amount(Map.of("agents", new BigDecimal("40"), "points", new BigDecimal("5"))))
                .isEqualByComparingTo("2");
        assertThatThrownBy(() -> formula.amount(Map.of("agents", BigDecimal.ONE)))
                .isInstanceOf(Formula.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "(1",
                "1)",
                "1 2",
                "a.b",
                "exec(1)",
                "${7*7}",
                "T(java.lang.Runtime)",
                "max(1)",
                "ceil(1, 2)",
                "1 ? 2 : 3",
                "'text'",
                "1.2.3",
                "1e9",
                "99999999999999999999"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> Formula.of(text)).isInstanceOf(Formula.Unreadable.class);
    }

    @Test
    void refusesWhatIsTooLongTooDeepOrHasNoAnswer() {
        assertThatThrownBy(() -> Formula.of("1 +".repeat(200) + "1")).isInstanceOf(Formula.Unreadable.class);
        assertThatThrownBy(() -> Formula.of("(".repeat(60) + "1" + ")".repeat(60)))
                .isInstanceOf(Formula.Unreadable.class);
        assertThatThrownBy(() -> Formula.of("-".repeat(60) + "1")).isInstanceOf(Formula.Unreadable.class);
        assertThatThrownBy(() -> Formula.of("1 / (2 - 2)").amount(Map.of())).isInstanceOf(Formula.Unreadable.class);
    }
}
