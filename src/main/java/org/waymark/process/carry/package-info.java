/** How a running program goes over from one release of the diagrams to the next. */
@NullMarked
@NamedInterface("carry")
package org.waymark.process.carry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
