package org.waymark.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import org.waymark.demo.Node.Manner;

/** A clock on the wall that can be turned while a node runs by it (libfaketime); what has passed is not touched. */
final class FakeClock {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private final Path library;
    private final Path file;

    /** A clock that goes right until it is turned. */
    FakeClock(String name) throws IOException {
        library = LIBRARIES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("needs libfaketime (apt-get install faketime)"));
        file = Site.FOLDER.resolve("clock-" + name).toAbsolutePath();
        turn("+0");
    }

    /** Ahead or behind the right time from now on, as in {@code +8d} or {@code -3600}. */
    void turn(String offset) throws IOException {
        Files.writeString(file, offset + "\n");
    }

    /** A node that reads this clock, and looks at it anew every second. */
    Manner manner() {
        return Manner.environment(Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                // its own remedy for waits by the other clock polls instead of waiting, and some end at once
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1"));
    }
}
