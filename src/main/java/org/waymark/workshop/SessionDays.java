package org.waymark.workshop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.web.Refusal;

/** When a session may be held: on a day from today on, at an hour of whoever plans it. */
@Component
class SessionDays {

    static final int FURTHEST_DAYS = 366;

    private final People people;
    private final Clock clock;

    SessionDays(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    LocalDate checked(@Nullable LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day == null || day.isBefore(today) || day.isAfter(today.plusDays(FURTHEST_DAYS))) {
            throw Refusal.invalid("workshop.day").at("day");
        }
        return day;
    }

    /** Without an hour it is the day alone. */
    @Nullable
    OffsetDateTime begins(LocalDate day, @Nullable LocalTime at, String planner) {
        return at == null
                ? null
                : day.atTime(at)
                        .atZone(ZoneId.of(people.get(planner).zone()))
                        .toOffsetDateTime()
                        .withOffsetSameInstant(ZoneOffset.UTC);
    }
}
