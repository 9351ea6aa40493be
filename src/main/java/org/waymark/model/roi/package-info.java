/** How the program pays: benefit and cost lines, what they add up to, and who vouches for them. */
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
            "model.values"
        })
package org.waymark.model.roi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
