/** What people say to each other about a program, its stages, gates, tasks and figures, kept with the program. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "security", "stage", "process", "stakeholder", "program"})
package org.waymark.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
