/** How people stand with a program: the four measures, commitments, concerns, quick wins, and the pages for one person. */
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
            "gate"
        })
package org.waymark.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
