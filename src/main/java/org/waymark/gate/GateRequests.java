package org.waymark.gate;

import org.springframework.stereotype.Service;

/** "Agree and submit": spares the manager the second step when nothing is missing. */
@Service
public class GateRequests {

    private final Sittings sittings;

    GateRequests(Sittings sittings) {
        this.sittings = sittings;
    }

    /** Remembers that whoever agreed the stage wants it decided at once. */
    public void agreeAndSubmit(String program, String stage, String person) {
        sittings.wish(program, stage, person, sittings.now());
    }
}
