/** How the engine is set up and hardened: its people, its rights, its clock, and what it may evaluate. */
@NullMarked
package org.waymark.process.engine;

import org.jspecify.annotations.NullMarked;
