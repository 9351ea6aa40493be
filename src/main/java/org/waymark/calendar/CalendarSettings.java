package org.waymark.calendar;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds waymark.country and waymark.closed-days. */
@Configuration
@EnableConfigurationProperties(CalendarProperties.class)
class CalendarSettings {}
