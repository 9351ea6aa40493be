package org.waymark.gate;

/** How much an unmet criterion weighs: good to know, needs a waiver or a condition, or no way past it. */
public enum Binding {
    ADVISORY,
    MANDATORY,
    BLOCKING
}
