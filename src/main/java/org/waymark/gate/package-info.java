/** One gate: what is measured, who decides, what was decided and what was promised. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "security",
            "stage",
            "catalogue",
            "ledger",
            "evidence",
            "calendar",
            "process",
            "stakeholder",
            "program",
            "promise",
            "route"
        })
package org.waymark.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
