/** The stages of the journey and what each stage's model tells the rest of the house. */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package org.waymark.stage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
