package org.waymark.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that goes from one server to another, keeps cookies and remembers every address it was sent to. */
public final class Window {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int MOST_HOPS = 12;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<URI> been = new ArrayList<>();
    private URI here;

    public Window(String start) {
        this.here = URI.create(start);
    }

    public URI here() {
        return here;
    }

    /** The last address of this kind it came by. */
    public URI by(String part) {
        return been.stream()
                .filter(one -> one.toString().contains(part))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(part + " is not among " + been));
    }

    /** Follows a link, and wherever that leads. */
    public HttpResponse<String> open(String address) throws Exception {
        return follow(HttpRequest.newBuilder(here.resolve(address)).header("Referer", here.toString()));
    }

    /** Follows a link one step only. */
    public HttpResponse<String> step(String address) throws Exception {
        return send(HttpRequest.newBuilder(here.resolve(address)).header("Referer", here.toString()));
    }

    /** Fills in the form of the page it stands on. */
    public HttpResponse<String> form(String address, String fields) throws Exception {
        String page = step(here.toString()).body();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("no form at " + here);
        }
        return follow(HttpRequest.newBuilder(here.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + encoded(token.group(1)))));
    }

    /** Calls a way of ours as the page's own script does. */
    public HttpResponse<String> call(String method, String address, String fields) throws Exception {
        Matcher token = TOKEN.matcher(
                send(HttpRequest.newBuilder(here.resolve("/account"))).body());
        if (!token.find()) {
            throw new AssertionError("not signed in");
        }
        return send(HttpRequest.newBuilder(here.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", token.group(1))
                .method(method, HttpRequest.BodyPublishers.ofString(fields)));
    }

    private HttpResponse<String> follow(HttpRequest.Builder first) throws Exception {
        HttpResponse<String> answer = send(first.header("Accept", "text/html"));
        for (int hop = 0;
                hop < MOST_HOPS && answer.headers().firstValue("Location").isPresent();
                hop++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(HttpRequest.newBuilder(next).header("Accept", "text/html"));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        here = answer.uri();
        been.add(here);
        return answer;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
