/** What the engine keeps of one program, taken out of it and put into another one. */
@NullMarked
@NamedInterface("copy")
package org.waymark.process.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
