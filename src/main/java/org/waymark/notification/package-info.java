/** Tells people what waits for them and what is late, at least once and at most once per slot. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "security",
            "stage",
            "calendar",
            "ledger",
            "process",
            "stakeholder",
            "program",
            "gate"
        })
package org.waymark.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
