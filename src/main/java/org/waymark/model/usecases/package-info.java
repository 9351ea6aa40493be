/** What will be brought to life first, and which teams have said yes to it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "security",
            "stage",
            "catalogue",
            "ledger",
            "calendar",
            "process",
            "stakeholder",
            "program",
            "model.values",
            "model.capabilities"
        })
package org.waymark.model.usecases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
