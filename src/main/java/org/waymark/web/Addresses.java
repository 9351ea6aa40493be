package org.waymark.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where Waymark is reached from outside, as the house was told ({@code waymark.address}), or as best it knows. */
@Component
public class Addresses {

    private final String told;
    private final String port;

    Addresses(@Value("${waymark.address:}") String told, @Value("${server.port:8080}") String port) {
        this.told = told.strip().replaceAll("/+$", "");
        this.port = port;
    }

    /** For what is read later and elsewhere: a mail, a calendar, another system. */
    public String of(String path) {
        return (told.isEmpty() ? "http://localhost:" + port : told) + path;
    }

    /** For whoever asks just now: where their browser found us, when the house was told nothing. */
    public String here(String path) {
        return (told.isEmpty()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath()
                                .build()
                                .toUriString()
                        : told)
                + path;
    }

    /** The same for what is filled in with every request: {@code {baseUrl}} stands for where the browser found us. */
    public String pattern(String path) {
        return (told.isEmpty() ? "{baseUrl}" : told) + path;
    }
}
