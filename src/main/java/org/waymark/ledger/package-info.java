/** The decision record: who did what, when, in a chain nobody can rewrite. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.waymark.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
