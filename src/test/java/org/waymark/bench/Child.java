package org.waymark.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender's virtual machine seen from outside; every one gets the flags that Waymark is started with. */
final class Child implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "-Xmx224m",
            "-Xmn40m",
            "-XX:+UseSerialGC",
            "-Dsun.reflect.inflationThreshold=2147483647",
            "-Dlogback.configurationFile=bench/logback.xml");

    private final Process process;
    private final BufferedReader said;
    private final PrintWriter asked;
    private final Writer log;
    private final long startMillis;

    private Child(Process process, Writer log) throws IOException {
        this.process = process;
        this.log = log;
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        asked = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        startMillis = Long.parseLong(answer("READY ").trim());
    }

    static Child start(String classPath, String contender, Contender.Place place, String codes) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(List.of(
                "-cp",
                classPath,
                Machine.class.getName(),
                contender,
                place.url(),
                place.user(),
                place.password(),
                codes));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        return new Child(builder.start(), Files.newBufferedWriter(folder.resolve(codes + ".log")));
    }

    /** From the first moment of the virtual machine until it can take the first journey. */
    long startMillis() {
        return startMillis;
    }

    Round round(String way, int people, long milliseconds) throws IOException {
        asked.println("round " + way + " " + people + " " + milliseconds);
        return Round.of("ROUND " + answer("ROUND "));
    }

    /** Bytes on the heap after a collection and kilobytes resident. */
    long[] memory() throws IOException {
        asked.println("memory");
        String[] both = answer("MEMORY ").split(" ");
        return new long[] {Long.parseLong(both[0]), Long.parseLong(both[1])};
    }

    /** What it answers; whatever else it says goes to its log. */
    private String answer(String begins) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(begins)) {
                log.flush();
                return line.substring(begins.length());
            }
            log.write(line + "\n");
        }
        log.flush();
        throw new IOException("A contender has ended without an answer; see target/bench");
    }

    @Override
    public void close() throws Exception {
        asked.println("end");
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        log.close();
    }
}
