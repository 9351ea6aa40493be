/** The operating model: how we will run it, in five Cs and three verbs, and whether we have the people for it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "security",
            "stage",
            "catalogue",
            "company",
            "ledger",
            "process",
            "stakeholder",
            "program",
            "model.maturity",
            "model.usecases"
        })
package org.waymark.model.operatingmodel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
