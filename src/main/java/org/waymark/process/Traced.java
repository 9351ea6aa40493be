package org.waymark.process;

import org.slf4j.MDC;

/** Puts the program and the task beside every line that the log gets while somebody's act runs: never what they typed. */
final class Traced implements AutoCloseable {

    static final String PROGRAM = "program";
    static final String TASK = "task";

    private Traced() {}

    static Traced task(String task) {
        MDC.put(TASK, task);
        return new Traced();
    }

    static void program(String program) {
        MDC.put(PROGRAM, program);
    }

    @Override
    public void close() {
        MDC.remove(PROGRAM);
        MDC.remove(TASK);
    }
}
