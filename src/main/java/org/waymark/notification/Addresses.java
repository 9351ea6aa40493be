package org.waymark.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where Waymark is reached from outside, for links in mails and calendars. */
@Component
class Addresses {

    private final String home;

    Addresses(@Value("${waymark.address:http://localhost:${server.port:8080}}") String home) {
        this.home = home.replaceAll("/+$", "");
    }

    String of(String path) {
        return home + path;
    }
}
