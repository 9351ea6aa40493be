package org.waymark.hook;

import java.net.URI;
import java.util.Set;

/** The address of another system: what it hears, of which programs (none named means all), and in which shape. */
record Hook(
        long id,
        String name,
        String address,
        Shape shape,
        String language,
        Set<Happening> events,
        Set<String> programs,
        boolean paused) {

    /** How what is sent looks: Waymark's own JSON, a card for Teams, blocks for Slack. */
    enum Shape {
        WAYMARK,
        TEAMS,
        SLACK
    }

    boolean hears(Happening happening, String program) {
        return events.contains(happening) && (programs.isEmpty() || programs.contains(program));
    }

    /** Only the host: the rest of a chat's address is a secret by itself. */
    String where() {
        return URI.create(address).getHost();
    }
}
