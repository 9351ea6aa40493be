package org.waymark.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A line to one address of this computer that can be made to fail: slow, stalled, torn, deaf in one direction, or torn
 * in the moment between what was done and its answer.
 */
final class FaultProxy implements AutoCloseable {

    /** How PostgreSQL says that a transaction is committed: the message CommandComplete with the word COMMIT. */
    static final String COMMITTED = "C\0\0\0\13COMMIT\0";

    private enum Fault {
        NONE,
        DELAY,
        STALL,
        RESET,
        DEAF
    }

    private record Weather(Fault fault, long millis, long jitter) {}

    private static final Weather FAIR = new Weather(Fault.NONE, 0, 0);

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Weather weather = FAIR;
    private String mark = "";
    private int cutsLeft;
    private int cuts;

    private FaultProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static FaultProxy to(int target) throws IOException {
        FaultProxy proxy = new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
        start(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Everything goes through again, also what was held back meanwhile. */
    void pass() {
        become(FAIR);
    }

    /** Every piece, in both directions, comes later: by so many milliseconds, more or less by the jitter. */
    void delay(long millis, long jitter) {
        become(new Weather(Fault.DELAY, millis, jitter));
    }

    /** The line stands and carries nothing, as when a cable is pulled: nobody is told. */
    void stall() {
        become(new Weather(Fault.STALL, 0, 0));
    }

    /** What is asked is not read any more, while whatever the other side says still arrives. */
    void halfOpen() {
        become(new Weather(Fault.DEAF, 0, 0));
    }

    /** Tears every line, and every new one at once, until it passes again. */
    void reset() {
        become(new Weather(Fault.RESET, 0, 0));
        open.forEach(FaultProxy::tear);
    }

    /** The next so many answers that hold the mark are swallowed and their lines torn: it was done, nobody hears it. */
    synchronized void cutAnswers(String mark, int times) {
        this.mark = mark;
        cutsLeft = times;
    }

    synchronized int cuts() {
        return cuts;
    }

    @Override
    public void close() throws IOException {
        door.close();
        reset();
    }

    private synchronized void become(Weather next) {
        weather = next;
        notifyAll();
    }

    private synchronized Weather weather() {
        return weather;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket asking = door.accept();
                open.add(asking);
                start(() -> carry(asking));
            } catch (IOException closing) {
                // the loop sees whether it is over
            }
        }
    }

    private void carry(Socket asking) {
        try (asking;
                Socket answering = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(answering);
            asking.setTcpNoDelay(true);
            answering.setTcpNoDelay(true);
            if (weather().fault() == Fault.RESET) {
                tear(asking);
                return;
            }
            Thread back = start(() -> pump(answering, asking, true));
            pump(asking, answering, false);
            back.join();
            open.remove(answering);
        } catch (IOException nobodyThere) {
            tear(asking);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(asking);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] piece = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
                hold(answers);
                if (answers && cut(piece, size)) {
                    throw new IOException("cut as asked");
                }
                out.write(piece, 0, size);
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            tear(from);
            tear(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets a piece wait as long as the weather says. */
    private void hold(boolean answers) throws InterruptedException {
        Weather now = weather();
        if (now.fault() == Fault.DELAY) {
            Thread.sleep(Math.max(
                    0, now.millis() + ThreadLocalRandom.current().nextLong(-now.jitter(), now.jitter() + 1)));
        }
        synchronized (this) {
            while (weather.fault() == Fault.STALL || (weather.fault() == Fault.DEAF && !answers)) {
                wait();
            }
        }
    }

    private synchronized boolean cut(byte[] piece, int size) {
        if (cutsLeft == 0 || !new String(piece, 0, size, StandardCharsets.ISO_8859_1).contains(mark)) {
            return false;
        }
        cutsLeft--;
        cuts++;
        return true;
    }

    /** Ends a line without a farewell: the other side sees a reset. */
    private static void tear(Socket line) {
        try {
            line.setSoLinger(true, 0);
            line.close();
        } catch (IOException closedBefore) {
            // all the better
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
