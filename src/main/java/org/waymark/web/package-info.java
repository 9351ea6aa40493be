/** The frame of every page: layout, refusals in the user's words, texts. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.waymark.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
