package org.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a line does in each weather, before anything is concluded from it. */
@Timeout(30)
class FaultProxyTests {

    private static final int SHORT = 200;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Socket> guests = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void somebodyWhoAnswers() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread answering = new Thread(this::answer);
        answering.setDaemon(true);
        answering.start();
        proxy = FaultProxy.to(server.getLocalPort());
    }

    @AfterEach
    void end() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passesWhatIsAskedAndWhatIsAnswered() throws IOException {
        try (Line line = new Line()) {
            assertThat(line.ask("one")).isEqualTo("done one");
            assertThat(line.ask("two")).isEqualTo("done two");
        }
    }

    @Test
    void comesLaterByTheDelayAndItsJitter() throws IOException {
        try (Line line = new Line()) {
            assertThat(line.ask("warm")).isEqualTo("done warm");
            proxy.delay(60, 20);
            long asked = System.nanoTime();
            assertThat(line.ask("slow")).isEqualTo("done slow");
            assertThat(System.nanoTime() - asked)
                    .as("both ways, each at least 40 ms")
                    .isGreaterThanOrEqualTo(80_000_000L);
        }
    }

    @Test
    void carriesNothingWhileStalledAndEverythingAfterwards() throws Exception {
        try (Line line = new Line()) {
            assertThat(line.ask("before")).isEqualTo("done before");
            proxy.stall();
            line.say("held");
            assertThatThrownBy(line::hear).isInstanceOf(SocketTimeoutException.class);
            assertThat(heard).containsExactly("before");
            try (Line other = new Line()) {
                other.say("new");
                assertThatThrownBy(other::hear).isInstanceOf(SocketTimeoutException.class);
                proxy.pass();
                assertThat(line.patient().hear()).isEqualTo("done held");
                assertThat(other.patient().hear()).isEqualTo("done new");
            }
        }
    }

    @Test
    void tearsStandingAndNewLinesUntilItPassesAgain() throws IOException {
        try (Line line = new Line()) {
            assertThat(line.ask("before")).isEqualTo("done before");
            proxy.reset();
            assertTorn(line);
        }
        try (Line line = new Line()) {
            assertTorn(line);
        }
        proxy.pass();
        try (Line line = new Line()) {
            assertThat(line.ask("after")).isEqualTo("done after");
        }
    }

    @Test
    void isDeafInOneDirectionOnlyWhenHalfOpen() throws Exception {
        try (Line line = new Line()) {
            assertThat(line.ask("before")).isEqualTo("done before");
            proxy.halfOpen();
            line.say("unheard");
            guests.take().getOutputStream().write("a word of its own\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(line.patient().hear()).isEqualTo("a word of its own");
            assertThat(heard).containsExactly("before");
            proxy.pass();
            assertThat(line.hear()).isEqualTo("done unheard");
        }
    }

    @Test
    void cutsBetweenWhatWasDoneAndItsAnswer() throws Exception {
        proxy.cutAnswers("done commit", 1);
        try (Line line = new Line()) {
            assertThat(line.ask("begin")).as("another answer").isEqualTo("done begin");
            line.say("commit");
            assertTorn(line);
        }
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("begin");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).as("it was done").isEqualTo("commit");
        assertThat(proxy.cuts()).isEqualTo(1);
        try (Line line = new Line()) {
            assertThat(line.ask("commit")).as("as often as asked").isEqualTo("done commit");
        }
    }

    @Test
    void tearsWhereNobodyListens() throws IOException {
        server.close();
        try (Line line = new Line()) {
            assertTorn(line);
        }
    }

    /** Whether the system tells of a reset or of an end depends on what was still under way. */
    private static void assertTorn(Line line) {
        String ended;
        try {
            ended = line.patient().ask("anybody there") == null ? "end" : "answer";
        } catch (SocketTimeoutException silent) {
            ended = "silence";
        } catch (IOException reset) {
            ended = "reset";
        }
        assertThat(ended).isIn("reset", "end");
    }

    private void answer() {
        while (!server.isClosed()) {
            try {
                Socket guest = server.accept();
                guests.add(guest);
                Thread talk = new Thread(() -> answer(guest));
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closing) {
                // the loop sees whether it is over
            }
        }
    }

    private void answer(Socket guest) {
        try (guest) {
            BufferedReader words = reader(guest);
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                heard.add(word);
                guest.getOutputStream().write(("done " + word + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // the guest was torn away
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Somebody who asks through the proxy and does not wait long. */
    private final class Line implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        private final BufferedReader answers = reader(socket);

        Line() throws IOException {
            socket.setSoTimeout(SHORT);
        }

        Line patient() throws IOException {
            socket.setSoTimeout(10_000);
            return this;
        }

        void say(String word) throws IOException {
            socket.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        String hear() throws IOException {
            return answers.readLine();
        }

        String ask(String word) throws IOException {
            say(word);
            return hear();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
