package org.waymark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTests {

    private static final Set<String> UNITS =
            Set.of("count", "minutes", "hours", "days", "months", "currency", "share", "points");

    private final Shelves shelves = Shipped.shelves();

    @ParameterizedTest
    @CsvSource({
        "BEN-01, 720000, 1500000;8.0;6.5;32;0.60",
        "BEN-02, 374400, 900000;0.08;6.00;0.80",
        "BEN-03, 40000, 20000;5;3",
        "BEN-04, 60000, 100000;10;1.5;4",
        "BEN-05, 340000, 200000;90000;50000;12",
        "BEN-06, 33075, 90000;0.03;70;0.35;0.50",
        "BEN-07, 28000, 100000;2;40;0.35",
        "BEN-08, 60000, 5000;0.10;120",
        "BEN-09, 50000, 1000000;5",
        "BEN-10, 160000, 2000;20;500;100",
        "BEN-11, 380000, 0.20;4000000;0.14;3000000",
        "BEN-12, 18000, 12;5000;0.30",
        "BEN-13, 60000, 100;6;10000",
        "BEN-14, 40000, 4;20000;40000",
        "BEN-15, 15000, 100000;0.5;30",
        "BEN-16, 60000, 2000;80;50",
        "CST-01, 90000, 300;600;6",
        "CST-03, 90000, 5;20;900",
        "CST-09, 1155000, 22.2;2;55000",
        "CST-09, 0, 10;12;55000",
        "CST-11, 35000, 3;100000;10000"
    })
    void workedFiguresComeOut(String id, double expected, String figures) {
        String expression = id.startsWith("BEN")
                ? shelves.benefits().get(id).expression()
                : shelves.costs().get(id).expression();
        List<Input> inputs = id.startsWith("BEN")
                ? shelves.benefits().get(id).inputs()
                : shelves.costs().get(id).inputs();
        String[] given = figures.split(";");
        assertThat(given).hasSameSizeAs(inputs);
        Map<String, Double> filled = new HashMap<>();
        for (int i = 0; i < given.length; i++) {
            filled.put(inputs.get(i).name(), Double.valueOf(given[i]));
        }
        assertThat(Arithmetic.of(expression, filled)).isEqualTo(expected, within(0.001));
    }

    @Test
    void everyFormulaUsesAllItsInputsAndNoOther() {
        shelves.benefits().onOffer().forEach(line -> check(line.id(), line.expression(), line.inputs()));
        shelves.costs().onOffer().stream()
                .filter(line -> !line.id().equals("CST-12"))
                .forEach(line -> check(line.id(), line.expression(), line.inputs()));
    }

    @Test
    void contingencyIsLeftToTheBusinessCase() {
        assertThat(shelves.costs().get("CST-12").expression()).isEmpty();
        assertThat(shelves.costs().get("CST-12").inputs()).isEmpty();
    }

    private static void check(String id, String expression, List<Input> inputs) {
        Map<String, Double> ones = new HashMap<>();
        for (Input input : inputs) {
            ones.put(input.name(), 1.0);
            assertThat(input.label()).as(id + " " + input.name()).isNotBlank();
            assertThat(UNITS).as(id).contains(input.unit());
            assertThat(expression).as(id).containsPattern("\\b" + input.name() + "\\b");
        }
        assertThat(Arithmetic.of(expression, ones)).as(id).isNotNaN();
    }
}
