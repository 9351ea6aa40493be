package org.waymark.stage;

import java.math.BigDecimal;

/** One thing a gate may measure: a number with its unit (count, percent, yesNo, money, months, ratio); yes is 1. */
public record Fact(String name, BigDecimal value, String unit) {

    public static Fact count(String name, long value) {
        return new Fact(name, BigDecimal.valueOf(value), "count");
    }

    public static Fact yesNo(String name, boolean yes) {
        return new Fact(name, yes ? BigDecimal.ONE : BigDecimal.ZERO, "yesNo");
    }

    public static Fact percent(String name, BigDecimal value) {
        return new Fact(name, value, "percent");
    }
}
