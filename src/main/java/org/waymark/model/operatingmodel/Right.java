package org.waymark.model.operatingmodel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may decide in one matter, who is asked before, who is told after: a function, the centre, or the market. */
record Right(
        @Nullable String decides,
        @Nullable String asked,
        @Nullable String told) {

    static final Right NONE = new Right(null, null, null);

    /** The matters a front office quarrels about most, from the daily to the rare. */
    static final List<String> TOPICS =
            List.of("REPLY", "EXCEPTION", "CONTENT", "PAUSE", "CRISIS", "TOOL", "ACCESS", "BUDGET");

    /** Who may be named beside the functions. */
    static final List<String> PLACES = List.of("CENTRE", "MARKET");

    boolean decided() {
        return decides != null;
    }

    boolean blank() {
        return named().findAny().isEmpty();
    }

    Stream<String> named() {
        return Stream.of(decides, asked, told).filter(Objects::nonNull);
    }
}
