package org.waymark.security;

/** Keeps passwords and group memberships where the engine looks for them. */
public interface PersonDirectory {
    void add(Person person, String password);

    /** True when the password is right; wrong ones make the next attempt wait. */
    boolean opens(String id, String password);

    /** Seconds until a password for this name is looked at again after a wrong one; 0 when it is looked at now. */
    int waits(String id);

    /** Forgets wrong attempts. */
    void unlock(String id);

    void update(Person person);

    /** Replaces the password and forgets wrong attempts. */
    void newPassword(String id, String password);
}
