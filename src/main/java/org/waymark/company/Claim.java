package org.waymark.company;

import java.util.Map;

/**
 * What a program says of one thing in the company: {@code said} is what is compared (a state, a level, a decision),
 * {@code details} what the model wants to begin from again.
 */
public record Claim(String item, String said, Map<String, String> details) {

    public Claim {
        details = Map.copyOf(details);
    }
}
