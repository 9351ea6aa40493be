/** Who plays which part in a program. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "security", "catalogue", "ledger", "process"})
package org.waymark.stakeholder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
