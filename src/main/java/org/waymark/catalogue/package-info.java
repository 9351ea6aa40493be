/** The reference content a program chooses from: values, capabilities, levels, money lines, use cases, checklists and components. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.waymark.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
