package org.waymark.demo;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.Waymark;

/** The product in a virtual machine of its own, which a test may end without a word. */
public final class Node implements AutoCloseable {

    public final int port;
    final Path log;
    private final Process process;

    private Node(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static Node start(String name, Path folder, Map<String, String> environment) throws IOException {
        return start(name, folder, "demo,postgres", environment);
    }

    /**
     * How a node runs that is not as usual: further words to its virtual machine (the last word counts), further names in
     * its environment, and whether the disk for what it says is full.
     */
    public record Manner(List<String> machine, Map<String, String> environment, boolean mute) {

        public static final Manner USUAL = new Manner(List.of(), Map.of(), false);

        public static Manner machine(String... words) {
            return new Manner(List.of(words), Map.of(), false);
        }

        public static Manner environment(Map<String, String> names) {
            return new Manner(List.of(), names, false);
        }
    }

    /** Starts under these profiles, with further arguments as somebody would type them. */
    public static Node start(
            String name, Path folder, String profiles, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(name, folder, profiles, Manner.USUAL, environment, arguments);
    }

    /** The same in a manner of its own. */
    public static Node start(
            String name,
            Path folder,
            String profiles,
            Manner manner,
            Map<String, String> environment,
            String... arguments)
            throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder);
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath()));
        command.addAll(manner.machine());
        command.addAll(List.of(
                Waymark.class.getName(),
                "--spring.profiles.active=" + profiles,
                "--server.port=" + port,
                "--waymark.data=" + folder.resolve(name),
                "--waymark.demo.history=false"));
        command.addAll(List.of(arguments));
        Files.writeString(log, "");
        ProcessBuilder start = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(manner.mute() ? new File("/dev/full") : log.toFile());
        start.environment().putAll(environment);
        start.environment().putAll(manner.environment());
        Process process = start.start();
        // whatever becomes of the test, no node stays behind
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Node(port, log, process);
    }

    /** What this test runs with, however it was started. */
    public static String classPath() {
        return Node.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /** Waits until people may come in. */
    public void ready() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + Duration.ofMinutes(6).toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (client.send(ask, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // nobody listens before the tables are made
            }
            Thread.sleep(300);
        }
        throw new AssertionError("The node on " + port + " did not start; its log: " + said());
    }

    public String said() throws IOException {
        return Files.readString(log);
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until it ends by itself, as a command does. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** As a power cut ends it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
