/** The maturity model: where we are today, where we want to be, and whether we agree. */
@NullMarked
@ApplicationModule(
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
            "model.capabilities"
        })
package org.waymark.model.maturity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
