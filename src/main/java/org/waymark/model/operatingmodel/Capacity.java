package org.waymark.model.operatingmodel;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the people we have can answer what comes in; shares are decimals, 0.40 for 40 %. */
record Capacity(
        @Nullable BigDecimal weeklyVolume,
        @Nullable @JsonDeserialize(using = Share.class) BigDecimal relevantShare,
        @Nullable @JsonDeserialize(using = Share.class) BigDecimal coverage,
        @Nullable @JsonDeserialize(using = Share.class) BigDecimal automatedShare,
        @Nullable BigDecimal minutesPerReply,
        @Nullable BigDecimal hoursPerWeek,
        @Nullable BigDecimal agentsToday) {

    static final Capacity NONE = new Capacity(null, null, null, null, null, null, null);

    boolean started() {
        return all().anyMatch(Objects::nonNull);
    }

    boolean complete() {
        return all().allMatch(Objects::nonNull);
    }

    /** The people needed to answer what comes in: minutes of work a week over the hours one person has for it. */
    Optional<Integer> agentsNeeded() {
        if (weeklyVolume == null
                || relevantShare == null
                || coverage == null
                || automatedShare == null
                || minutesPerReply == null
                || hoursPerWeek == null
                || hoursPerWeek.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal minutes = weeklyVolume
                .multiply(relevantShare)
                .multiply(coverage)
                .multiply(BigDecimal.ONE.subtract(automatedShare))
                .multiply(minutesPerReply);
        BigDecimal available = BigDecimal.valueOf(60).multiply(hoursPerWeek);
        return Optional.of(minutes.divide(available, 0, RoundingMode.CEILING).intValue());
    }

    /** How many people are missing; nothing when there are enough. */
    Optional<Integer> agentsMissing() {
        return agentsToday == null
                ? Optional.empty()
                : agentsNeeded()
                        .map(needed -> Math.max(
                                0,
                                BigDecimal.valueOf(needed)
                                        .subtract(agentsToday)
                                        .setScale(0, RoundingMode.CEILING)
                                        .intValue()));
    }

    Stream<@Nullable BigDecimal> all() {
        return Stream.of(
                weeklyVolume, relevantShare, coverage, automatedShare, minutesPerReply, hoursPerWeek, agentsToday);
    }
}
