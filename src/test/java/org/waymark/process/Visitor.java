package org.waymark.process;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody with a browser of their own: keeps cookies, signs in by the page, sends the engine's token along. */
public final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    public HttpResponse<String> signIn(String person, String password) throws Exception {
        String token = token("/sign-in");
        var answer =
                form("/sign-in", "_csrf=" + encoded(token) + "&person=" + person + "&password=" + encoded(password));
        get("/camunda/api/engine/engine/");
        return answer;
    }

    /** The token a page of ours hands out. */
    public String token(String page) throws Exception {
        var found = CSRF.matcher(get(page).body());
        if (!found.find()) {
            throw new IllegalStateException("no token on " + page);
        }
        return found.group(1);
    }

    public HttpResponse<String> form(String path, String fields) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    public HttpResponse<String> engine(String method, String path, String json) throws Exception {
        return send(request("/camunda/api/engine/engine/default" + path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", engineToken())
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public String engineToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("WAYMARK-ENGINE-TOKEN"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("none");
    }

    /** Calls a way of ours as a page does, with the token of this session. */
    public HttpResponse<String> ours(String method, String path, String type, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token("/account"))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
