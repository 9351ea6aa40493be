package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A part of a formula: a number, an input by its name, or a function of other parts. */
sealed interface Term {

    BigDecimal amount(Map<String, BigDecimal> inputs);

    /** The same in a spreadsheet's language; every input by the cell it stands in. */
    String written(UnaryOperator<String> cell);

    record Number(BigDecimal number) implements Term {

        @Override
        public BigDecimal amount(Map<String, BigDecimal> inputs) {
            return number;
        }

        @Override
        public String written(UnaryOperator<String> cell) {
            return number.toPlainString();
        }
    }

    record Input(String name) implements Term {

        @Override
        public BigDecimal amount(Map<String, BigDecimal> inputs) {
            BigDecimal given = inputs.get(name);
            if (given == null) {
                throw new Formula.Unreadable("no " + name);
            }
            return given;
        }

        @Override
        public String written(UnaryOperator<String> cell) {
            return cell.apply(name);
        }
    }

    record Call(String function, List<Term> of) implements Term {

        @Override
        public BigDecimal amount(Map<String, BigDecimal> inputs) {
            BigDecimal a = of.get(0).amount(inputs);
            BigDecimal b = of.size() > 1 ? of.get(1).amount(inputs) : BigDecimal.ZERO;
            return switch (function) {
                case "+" -> a.add(b, PRECISION);
                case "-" -> a.subtract(b, PRECISION);
                case "*" -> a.multiply(b, PRECISION);
                case "/" -> divided(a, b);
                case "negative" -> a.negate();
                case "max" -> a.max(b);
                case "min" -> a.min(b);
                case "ceil" -> a.setScale(0, RoundingMode.CEILING);
                default -> throw new Formula.Unreadable("no function " + function);
            };
        }

        @Override
        public String written(UnaryOperator<String> cell) {
            String a = of.get(0).written(cell);
            String b = of.size() > 1 ? of.get(1).written(cell) : "";
            return switch (function) {
                case "+", "-", "*", "/" -> "(" + a + function + b + ")";
                case "negative" -> "(0-" + a + ")";
                case "max" -> "MAX(" + a + "," + b + ")";
                case "min" -> "MIN(" + a + "," + b + ")";
                // a spreadsheet's binary fractions must not turn an exact 3 into 4
                case "ceil" -> "(0-INT(0-ROUND(" + a + ",9)))";
                default -> throw new Formula.Unreadable("no function " + function);
            };
        }

        private static BigDecimal divided(BigDecimal a, BigDecimal b) {
            if (b.signum() == 0) {
                throw new Formula.Unreadable("division by zero");
            }
            return a.divide(b, PRECISION);
        }
    }
}
