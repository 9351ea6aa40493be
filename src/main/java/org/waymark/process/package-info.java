/** The engine room: the only place that knows the process engine. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "security", "stage", "ledger", "calendar", "catalogue"})
package org.waymark.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
