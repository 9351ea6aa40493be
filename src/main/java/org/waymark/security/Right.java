package org.waymark.security;

/** Something a role allows, whatever part its person plays in a program; what the code asks for, and nothing else is. */
public enum Right {
    /** Adds people, lets them in and out, gives them new passwords. */
    KEEP_PEOPLE,
    LIST_PEOPLE,
    /** Gives what somebody holds to somebody else, in any program. */
    HAND_OVER,
    /** The administrator's pages: what went out by mail, what the house runs on. */
    RUN_THE_HOUSE,
    /** Reads Cockpit and lets a failed job try again. */
    WATCH_THE_ENGINE,
    KEEP_GATE_RULES,
    KEEP_CATALOGUE,
    /** Sees what runs on which release of the process, and moves programs to the newest. */
    KEEP_RELEASES,
    READ_RULE_CHANGES,
    READ_RIGHTS,
    LAUNCH,
    /** Takes a program along as a file, and takes one in. */
    MOVE_PROGRAMS,
    SEE_EVERY_PROGRAM,
    READ_EVERY_RECORD,
    /** May be given a part in a program. */
    TAKE_PART;

    String authority() {
        return "ROLE_" + name();
    }
}
