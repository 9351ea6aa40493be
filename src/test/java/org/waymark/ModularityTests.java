package org.waymark;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the packages. */
class ModularityTests {

    @Test
    void everyPackageImportsOnlyWhatItMay() {
        ApplicationModules.of(Waymark.class).verify();
    }
}
