/** What it takes: how much of each capability the agreed values need, how much there is, and who closes the gap. */
@NullMarked
@ApplicationModule(
        displayName = "Capabilities",
        allowedDependencies = {
            "web",
            "security",
            "stage",
            "catalogue",
            "ledger",
            "company",
            "process",
            "stakeholder",
            "program",
            "model.values"
        })
package org.waymark.model.capabilities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
