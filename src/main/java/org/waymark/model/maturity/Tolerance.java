package org.waymark.model.maturity;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.waymark.web.Figures;

/**
 * When a dimension needs a talk, fixed when a round opens and kept with it (dcfts.md 3.3): votes this many levels apart,
 * an agreement below this figure (0 to 1), or this percentage of the votes on each side of the chasm.
 */
@ConfigurationProperties("waymark.maturity.tolerance")
record Tolerance(
        @DefaultValue("2") int range,
        @DefaultValue("0.65") BigDecimal agreement,
        @DefaultValue("25") int percent) {

    static final Tolerance USUAL = new Tolerance(2, new BigDecimal("0.65"), 25);

    Tolerance {
        if (range < 1
                || range > 4
                || percent < 1
                || percent > 50
                || agreement.signum() < 0
                || agreement.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "waymark.maturity.tolerance: range is 1 to 4, agreement 0 to 1, percent 1 to 50");
        }
    }

    /** Agreement as people read it: without trailing zeros. */
    public String agreementText() {
        return Figures.here().plain(agreement);
    }
}
