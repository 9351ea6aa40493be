package org.waymark.gate;

import java.math.BigDecimal;

/** How a measured number is held against what was asked for. */
public enum Comparison {
    AT_LEAST,
    AT_MOST,
    EQUALS;

    boolean holds(BigDecimal measured, BigDecimal threshold) {
        int sign = measured.compareTo(threshold);
        return switch (this) {
            case AT_LEAST -> sign >= 0;
            case AT_MOST -> sign <= 0;
            case EQUALS -> sign == 0;
        };
    }
}
