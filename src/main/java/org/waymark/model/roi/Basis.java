package org.waymark.model.roi;

import java.math.BigDecimal;

/** What an estimate rests on, with the confidence we start from. */
enum Basis {
    OWN_PILOT("0.90"),
    OWN_HISTORY("0.80"),
    PEER("0.60"),
    EXPERT("0.50");

    /** A loss that may not happen never counts for more than half. */
    static final BigDecimal MOST_FOR_RISK = new BigDecimal("0.50");

    private final BigDecimal confidence;

    Basis(String confidence) {
        this.confidence = new BigDecimal(confidence);
    }

    /** Public because the forms show it. */
    public BigDecimal confidence() {
        return confidence;
    }

    BigDecimal confidence(Kind kind) {
        return kind == Kind.RISK ? confidence.min(MOST_FOR_RISK) : confidence;
    }
}
