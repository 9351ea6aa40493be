package org.waymark.process;

import java.util.List;

/** Who may see a program and take over its work; the package that knows teams answers. */
public interface ProgramPeople {

    /** The people of a program's team. */
    List<String> of(String program);

    /** Whether a person may read this program: its team, portfolio managers and auditors. */
    boolean maySee(String program, String person);

    /** The person who runs the program and answers questions about it. */
    String manager(String program);
}
