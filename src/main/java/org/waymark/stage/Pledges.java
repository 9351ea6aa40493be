package org.waymark.stage;

import java.util.List;

/** What the people of a program stand for because a stage agreed it. */
public interface Pledges {

    /** The stage whose record holds them. */
    String stage();

    /** The programs where a person may stand for something, asked at once; any other is not worth a question. */
    List<String> programs(String person);

    /** Of the newest agreed record; nothing while nothing is agreed. */
    List<Pledge> of(String program);
}
