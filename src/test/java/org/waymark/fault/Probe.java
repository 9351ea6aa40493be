package org.waymark.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A balancer's look at one node, twice a second: what it said, one word after another, and how long it took. */
final class Probe implements AutoCloseable {

    private final URI address;
    private final Thread looking;
    private final List<String> said = new ArrayList<>();
    private final List<Long> took = new ArrayList<>();
    private volatile boolean over;

    private Probe(int port, String health) {
        address = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + health);
        looking = new Thread(this::look, "probe");
        looking.setDaemon(true);
        looking.start();
    }

    static Probe readiness(int port) {
        return new Probe(port, "readiness");
    }

    static Probe liveness(int port) {
        return new Probe(port, "liveness");
    }

    /** What was said, without repetitions: UP, DOWN, or silence. */
    synchronized List<String> said() {
        return List.copyOf(said);
    }

    /** Of a hundred answers, how long all but the slowest took, in milliseconds. */
    synchronized long p99() {
        List<Long> sorted = took.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * 0.99) - 1)) / 1_000_000;
    }

    /** Waits until it says this; the seconds it took. */
    synchronized double await(String word, int seconds) throws InterruptedException {
        long since = System.nanoTime();
        long until = since + TimeUnit.SECONDS.toNanos(seconds);
        while (said.isEmpty() || !said.get(said.size() - 1).equals(word)) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(address + " never says " + word + " but " + said);
            }
            wait(left);
        }
        return (System.nanoTime() - since) / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        looking.join();
    }

    private void look() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
        while (!over) {
            long asked = System.nanoTime();
            String word;
            try {
                int status =
                        client.send(ask, HttpResponse.BodyHandlers.ofString()).statusCode();
                word = status == 200 ? "UP" : "DOWN";
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (IOException nobody) {
                word = "silence";
            } catch (InterruptedException e) {
                return;
            }
            heard(word, System.nanoTime() - asked);
        }
    }

    private synchronized void heard(String word, long nanos) {
        took.add(nanos);
        if (said.isEmpty() || !said.get(said.size() - 1).equals(word)) {
            said.add(word);
        }
        notifyAll();
    }
}
