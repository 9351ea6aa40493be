/** Working days, holidays and time zones: when something is due. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.waymark.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
