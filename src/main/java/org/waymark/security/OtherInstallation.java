package org.waymark.security;

/** The database was made for the demo and this is none, or the other way round. */
class OtherInstallation extends RuntimeException {
    OtherInstallation(boolean demo) {
        super(
                demo
                        ? "This database was not made by the demo, so the demo does not touch it."
                        : "This database was made by the demo: its passwords are printed in the README.");
    }
}
