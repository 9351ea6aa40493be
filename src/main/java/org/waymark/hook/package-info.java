/** Tells other systems and chats what programs decide: signed, in order, again until it arrives. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "security", "ledger", "route", "program"})
package org.waymark.hook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
