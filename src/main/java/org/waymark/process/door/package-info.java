/** The doors of the engine's own pages and API: who gets through, and to what. */
@NullMarked
package org.waymark.process.door;

import org.jspecify.annotations.NullMarked;
