package org.waymark.calendar;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The company's own calendar: the country whose holidays count unless said otherwise, and days it closes besides. */
@ConfigurationProperties("waymark")
record CalendarProperties(
        @Nullable String country, @DefaultValue Set<LocalDate> closedDays) {}
