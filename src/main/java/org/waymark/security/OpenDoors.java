package org.waymark.security;

import java.util.List;

/** Knows which calls the engine's own web interface answers, from the rules that decide it. */
public interface OpenDoors {
    List<OpenDoor> list();
}
