package org.waymark.hook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Brings what happened to the other systems: each address by itself, so that a dead one holds up nobody else. */
@Service
public class Courier implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 4;

    private final Telling telling;
    private final Deliveries deliveries;
    private final Hooks hooks;
    private final HookSecrets secrets;
    private final Reach reach;
    private final Seal seal;
    private final Texts texts;
    private final Duration patience;
    private final HttpClient client;
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "hooks");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    Courier(
            Telling telling,
            Deliveries deliveries,
            Hooks hooks,
            HookSecrets secrets,
            Reach reach,
            Seal seal,
            Texts texts,
            @Value("${waymark.hooks.patience:PT10S}") Duration patience) {
        this.telling = telling;
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.secrets = secrets;
        this.reach = reach;
        this.seal = seal;
        this.texts = texts;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** One round: whatever is wrong with one address keeps nobody else waiting. */
    @Scheduled(initialDelayString = "${waymark.hooks.first:PT1M}", fixedDelayString = "${waymark.hooks.every:PT5S}")
    public void round() {
        collect();
        due().forEach((hook, turn) -> {
            if (busy.add(hook)) {
                try {
                    hands.execute(() -> {
                        try {
                            bring(turn);
                        } finally {
                            busy.remove(hook);
                        }
                    });
                } catch (RejectedExecutionException closing) {
                    busy.remove(hook);
                }
            }
        });
    }

    /** Writes down what each address is to be told of what is new. */
    public void collect() {
        for (Telling.Behind behind : telling.behind()) {
            try {
                telling.tell(behind);
            } catch (DataAccessException faster) {
                log.debug("Another node tells of {}", behind.program(), faster);
            }
        }
    }

    private Map<Long, List<Delivery>> due() {
        return deliveries.due().stream().collect(Collectors.groupingBy(Delivery::hook));
    }

    /** Sends until everything that has its turn at these addresses has arrived or failed; the caller waits. */
    void bringAll() {
        collect();
        for (Map<Long, List<Delivery>> turn = due(); !turn.isEmpty(); turn = due()) {
            turn.values().forEach(this::bring);
        }
    }

    private void bring(List<Delivery> turn) {
        for (Delivery delivery : turn) {
            try {
                if (deliveries.claim(delivery)) {
                    send(delivery);
                }
            } catch (DataAccessException e) {
                log.warn("Delivery {} could not be noted", delivery.id(), e);
            }
        }
    }

    private void send(Delivery delivery) {
        Hook hook = hooks.find(delivery.hook()).orElse(null);
        if (hook == null) {
            return;
        }
        long began = System.nanoTime();
        try {
            URI address = reach.checked(hook.address());
            int status = post(address, delivery, secrets.of(hook.id()));
            if (status >= 200 && status < 300) {
                deliveries.arrived(delivery, status, millis(began));
            } else {
                deliveries.failed(delivery, status, millis(began), "HTTP " + status);
            }
        } catch (Refusal refused) {
            deliveries.failed(delivery, null, millis(began), texts.of(refused));
        } catch (HttpTimeoutException slow) {
            deliveries.failed(delivery, null, millis(began), texts.of("hook.problem.slow", patience.toSeconds()));
        } catch (IOException unreachable) {
            // the message of the failure may repeat the address, and with it a chat's secret
            deliveries.failed(delivery, null, millis(began), texts.of("hook.problem.unreachable"));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private int post(URI address, Delivery delivery, HookSecrets.Pair secrets)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Waymark")
                .header("Waymark-Event", delivery.event())
                .header("Waymark-Delivery", Long.toString(delivery.id()))
                .header("Waymark-Signature", seal.of(secrets.secret(), delivery.body()))
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body(), StandardCharsets.UTF_8));
        String before = secrets.before();
        if (before != null) {
            request.header("Waymark-Signature-Before", seal.of(before, delivery.body()));
        }
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        // only the status counts: closing it unread keeps an endless answer out of the house
        answer.body().close();
        return answer.statusCode();
    }

    private static int millis(long began) {
        return (int) Math.min(
                Integer.MAX_VALUE, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    @Override
    public void destroy() {
        hands.shutdownNow();
    }
}
