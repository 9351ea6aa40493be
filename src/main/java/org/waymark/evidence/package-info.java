/** Files that stand as evidence: checked, fingerprinted, kept in the database and streamed from it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.waymark.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
