package org.waymark.stage;

import java.util.List;

/** What one stage adds to the chain from a value to the component it runs on. */
public interface Chain {

    /** The stage whose record these are. */
    String stage();

    /** What the newest agreed record of a program holds; nothing while nothing is agreed. */
    List<Element> of(String program);
}
