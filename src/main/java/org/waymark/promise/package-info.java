/** What was promised at a gate: conditions with owner, proof and date, until kept, let go or the gate reopens. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"web", "security", "stage", "ledger", "calendar", "process", "stakeholder", "program"})
package org.waymark.promise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
