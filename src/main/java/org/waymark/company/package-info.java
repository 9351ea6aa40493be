/**
 * What is true of the company itself, whichever program asked last: held once a gate has said go, with its day and the
 * program it comes from. One installation serves one organisation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "ledger"})
package org.waymark.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
