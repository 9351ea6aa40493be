/** What the program shall bring its customers: blind points, the group's weights, and the five to seven values agreed. */
@NullMarked
@ApplicationModule(
        displayName = "Values",
        allowedDependencies = {
            "web",
            "security",
            "stage",
            "catalogue",
            "ledger",
            "evidence",
            "process",
            "stakeholder",
            "program"
        })
package org.waymark.model.values;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
