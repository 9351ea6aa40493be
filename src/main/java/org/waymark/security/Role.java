package org.waymark.security;

import java.util.EnumSet;
import java.util.Set;

/** What a person is here for, whatever part they play in a program; each role is the rights it brings and no more. */
public enum Role {
    /** Looks after people and the house, and by that alone sees no program. */
    ADMINISTRATOR(
            Right.KEEP_PEOPLE,
            Right.LIST_PEOPLE,
            Right.HAND_OVER,
            Right.RUN_THE_HOUSE,
            Right.WATCH_THE_ENGINE,
            Right.KEEP_GATE_RULES,
            Right.KEEP_CATALOGUE,
            Right.KEEP_RELEASES,
            Right.READ_RULE_CHANGES,
            Right.READ_RIGHTS,
            Right.LAUNCH,
            Right.MOVE_PROGRAMS,
            Right.TAKE_PART),
    /** Launches programs and answers for all of them. */
    MANAGER(
            Right.LAUNCH,
            Right.MOVE_PROGRAMS,
            Right.SEE_EVERY_PROGRAM,
            Right.READ_EVERY_RECORD,
            Right.LIST_PEOPLE,
            Right.TAKE_PART),
    MEMBER(Right.TAKE_PART),
    /** Reads every program and every record of decisions. */
    AUDITOR(
            Right.SEE_EVERY_PROGRAM,
            Right.READ_EVERY_RECORD,
            Right.LIST_PEOPLE,
            Right.READ_RULE_CHANGES,
            Right.READ_RIGHTS,
            Right.TAKE_PART),
    /** Watches every program and is never asked for anything. */
    OBSERVER(Right.SEE_EVERY_PROGRAM),
    /** Shapes what gates ask for and what the catalogue offers, without seeing programs. */
    DESIGNER(
            Right.KEEP_GATE_RULES,
            Right.KEEP_CATALOGUE,
            Right.KEEP_RELEASES,
            Right.READ_RULE_CHANGES,
            Right.READ_RIGHTS,
            Right.TAKE_PART);

    private final Set<Right> rights = EnumSet.noneOf(Right.class);

    Role(Right... rights) {
        this.rights.addAll(Set.of(rights));
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    String authority() {
        return "ROLE_" + name();
    }
}
