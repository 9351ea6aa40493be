package org.waymark.process.carry;

import org.camunda.bpm.engine.ProcessEngine;

/** Carries programs over on a bare engine. */
public final class Carriage {

    private final Carrying carrying;

    public Carriage(ProcessEngine engine, Moves moves) {
        carrying = new Carrying(engine, moves);
    }

    public Carried carry(String program) {
        return carrying.carry(program);
    }

    public Standing standing(String program) {
        return carrying.standing(program);
    }
}
