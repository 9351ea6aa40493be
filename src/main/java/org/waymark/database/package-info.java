/** The database itself: its two roles, its tables, one node after the other at the start, copies to take and read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "ledger"})
package org.waymark.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
