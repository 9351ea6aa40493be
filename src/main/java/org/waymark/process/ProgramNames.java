package org.waymark.process;

/** Knows what a program is called. */
public interface ProgramNames {

    String nameOf(String program);
}
