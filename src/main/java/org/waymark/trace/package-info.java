/** The chain from a value to the component it runs on, walked both ways, and what a change upstream asks to look at again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "security", "stage", "ledger", "process", "stakeholder", "program"})
package org.waymark.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
