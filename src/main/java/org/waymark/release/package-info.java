/** Releases of the process: which versions of the diagrams run, what differs, and the move of running programs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "security", "ledger", "process", "process :: carry"})
package org.waymark.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
