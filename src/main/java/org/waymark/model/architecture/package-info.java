/** What the change will be built on: a decision per component, one master for every kind of data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "security",
            "stage",
            "catalogue",
            "company",
            "ledger",
            "calendar",
            "process",
            "stakeholder",
            "program",
            "model.usecases"
        })
package org.waymark.model.architecture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
