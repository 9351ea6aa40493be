package org.waymark.security;

/** What a person is here for, whatever part they play in a program. */
public enum Role {
    ADMINISTRATOR,
    MANAGER,
    MEMBER,
    AUDITOR;

    String authority() {
        return "ROLE_" + name();
    }
}
