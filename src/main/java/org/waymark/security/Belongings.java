package org.waymark.security;

/** Knows whether somebody still holds things that would be left to nobody. */
public interface Belongings {

    boolean any(String person);
}
