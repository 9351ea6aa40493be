package org.waymark.bench;

import java.util.List;

/** One way of taking programs from their launch to their last gate, run in a virtual machine of its own. */
public interface Contender extends AutoCloseable {

    /** Where it keeps what it is told. */
    record Place(String url, String user, String password) {}

    /** Makes ready for the first journey; called once. */
    void open(Place place) throws Exception;

    /** The ways it can be used, each measured by itself. */
    default List<String> ways() {
        return List.of("services");
    }

    /** Takes one program through all its stages and gates; what somebody waits for goes through the stopwatch. */
    void journey(String code, String way, Stopwatch stopwatch) throws Exception;
}
