package org.waymark.stage;

import java.util.List;

/** What the people of a program stand for because a stage agreed it. */
public interface Pledges {

    /** The stage whose record holds them. */
    String stage();

    /** Of the newest agreed record; nothing while nothing is agreed. */
    List<Pledge> of(String program);
}
