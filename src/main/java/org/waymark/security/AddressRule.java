package org.waymark.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who comes through to some addresses; the first rule that fits an address counts. */
record AddressRule(
        @Nullable HttpMethod verb,
        List<String> addresses,
        Who who,
        @Nullable Right right) {

    /** Whom an address is open to. */
    enum Who {
        ANYBODY,
        SIGNED_IN,
        RIGHT,
        NOBODY
    }

    /** In this order; an address no rule names asks for a sign-in, and the program behind it for a part in it. */
    static final List<AddressRule> ALL = List.of(
            open(Paths.STATIC_ADDRESSES),
            open(Paths.SIGN_IN_ADDRESSES),
            open(Paths.HEALTH_ADDRESSES),
            open(Paths.CALENDAR_ADDRESSES),
            open(Paths.BALLOT_ADDRESSES),
            open(Paths.RESET_ADDRESSES),
            open(Paths.ENDED_ADDRESSES),
            of(Right.WATCH_THE_ENGINE, Paths.METRICS_ADDRESSES),
            of(Right.RUN_THE_HOUSE, Paths.PARTS_ADDRESSES),
            // an error's page is reached from inside only, when something went wrong at another address
            new AddressRule(
                    null, List.of("/error", "/actuator/**", "/h2-console/**", "/engine-rest/**"), Who.NOBODY, null),
            new AddressRule(HttpMethod.GET, List.of("/api/people"), Who.RIGHT, Right.LIST_PEOPLE),
            of(Right.KEEP_PEOPLE, "/people", "/people/**", "/api/people", "/api/people/**"),
            new AddressRule(HttpMethod.GET, List.of("/api/gates/routes"), Who.RIGHT, Right.READ_RULE_CHANGES),
            of(Right.KEEP_GATE_RULES, "/admin/gates", "/admin/gates/**", "/api/gates/routes", "/api/gates/routes/**"),
            of(Right.KEEP_RELEASES, "/admin/releases", "/admin/releases/**", "/api/releases", "/api/releases/**"),
            of(Right.RUN_THE_HOUSE, "/admin", "/admin/**"),
            of(Right.READ_RIGHTS, "/rights"),
            of(
                    Right.MOVE_PROGRAMS,
                    "/programs/arrivals",
                    "/programs/arrivals/**",
                    "/api/programs/arrivals",
                    "/api/programs/arrivals/**"),
            new AddressRule(null, List.of("/**"), Who.SIGNED_IN, null));

    RequestMatcher matcher() {
        RequestMatcher address = Paths.any(addresses.toArray(String[]::new));
        HttpMethod only = verb;
        return only == null ? address : request -> request.getMethod().equals(only.name()) && address.matches(request);
    }

    private static AddressRule open(String... addresses) {
        return new AddressRule(null, List.of(addresses), Who.ANYBODY, null);
    }

    private static AddressRule of(Right right, String... addresses) {
        return new AddressRule(null, List.of(addresses), Who.RIGHT, right);
    }
}
