/** The documents people take away: the Transformation Blueprint as PDF, slides and workbook. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"web", "security", "stage", "process", "stakeholder", "program", "promise", "gate"})
package org.waymark.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
