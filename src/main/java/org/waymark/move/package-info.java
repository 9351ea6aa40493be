/** A program as one file: taken along to another installation, or kept as a copy, and taken in again. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"web", "security", "ledger", "process", "process :: copy", "stakeholder", "program"})
package org.waymark.move;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
