package org.waymark.catalogue;

/** One figure a formula asks for; its unit is count, minutes, hours, days, months, currency, share (0.60) or points (8 of 100). */
public record Input(String name, String label, String unit) {

    /** Whether it is a share: kept as 0.60, said and typed as 60 %. */
    public boolean ofOne() {
        return "share".equals(unit);
    }
}
