package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody signed in by the page, with cookies and the token every form carries. */
public final class Browsing {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser;
    private final int port;

    private Browsing(int port, HttpClient browser) {
        this.port = port;
        this.browser = browser;
    }

    public static Browsing as(int port, String person) throws Exception {
        Browsing browsing = nobody(port);
        browsing.form("/sign-in", "/sign-in", "person=" + person + "&password=Waymark-demo-2026");
        return browsing;
    }

    /** Somebody who has not signed in. */
    static Browsing nobody(int port) {
        return new Browsing(
                port,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    /** The same browser, with its cookies, led to another node. */
    public Browsing at(int otherPort) {
        return new Browsing(otherPort, browser);
    }

    public HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** How a page is answered, by somebody who does not keep what it says. */
    int status(String path) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** The same with a header of its own. */
    HttpResponse<String> get(String path, String header, String content) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(header, content)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Posts a form with the token found on a page. */
    public HttpResponse<String> form(String page, String path, String fields) throws Exception {
        Matcher csrf = CSRF.matcher(get(page).body());
        assertThat(csrf.find()).as("a form on " + page).isTrue();
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8) + "&" + fields))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Brings a file to a form, with the token found on a page. */
    HttpResponse<String> file(String page, String path, byte[] file) throws Exception {
        return file(page, path, file, "rows");
    }

    HttpResponse<String> file(String page, String path, byte[] file, String name) throws Exception {
        Matcher csrf = CSRF.matcher(get(page).body());
        assertThat(csrf.find()).as("a form on " + page).isTrue();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf.group(1)
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What a download holds. */
    byte[] bytes(String path) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
