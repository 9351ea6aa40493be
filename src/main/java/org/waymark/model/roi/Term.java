package org.waymark.model.roi;

import static org.waymark.model.roi.Formula.PRECISION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** A part of a formula: a number, an input by its name, or a function of other parts. */
sealed interface Term {

    BigDecimal amount(Map<String, BigDecimal> inputs);

    record Number(BigDecimal number) implements Term {

        @Override
        public BigDecimal amount(Map<String, BigDecimal> inputs) {
            return number;
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

        private static BigDecimal divided(BigDecimal a, BigDecimal b) {
            if (b.signum() == 0) {
                throw new Formula.Unreadable("division by zero");
            }
            return a.divide(b, PRECISION);
        }
    }
}
