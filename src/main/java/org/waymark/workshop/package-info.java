/** Working sessions: an agenda with a timer, counts of votes, decisions and parked points, and the minutes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "security",
            "stage",
            "ledger",
            "calendar",
            "process",
            "stakeholder",
            "program",
            "gate",
            "engagement"
        })
package org.waymark.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
