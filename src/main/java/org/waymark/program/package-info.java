/** A program, its stages and its way from launch to completion. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"web", "security", "stage", "catalogue", "ledger", "calendar", "process", "stakeholder"})
package org.waymark.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
