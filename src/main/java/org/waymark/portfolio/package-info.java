/** The board, the program page, my work: every program and every gate at a glance. */
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
            "gate",
            "engagement",
            "trace",
            "notification"
        })
package org.waymark.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
