/** A company to try Waymark with: its people and seven programs, made through the same services a user uses. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"web", "security", "stage", "catalogue", "calendar", "process", "stakeholder", "program"
        })
package org.waymark.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
