/** Who may come in, as whom, and what they may open. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.waymark.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
