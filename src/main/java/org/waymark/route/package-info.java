/** Who decides at which gate: the shipped table, the organisation's own panels, and the log of what was set. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "security", "stage", "stakeholder"})
package org.waymark.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
