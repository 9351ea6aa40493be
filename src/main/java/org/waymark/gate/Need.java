package org.waymark.gate;

/** Whether evidence has to lie beside a criterion or is merely welcome. */
public enum Need {
    REQUIRED,
    OPTIONAL
}
