package org.waymark.route;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of a gate need of its settings, on their own database. */
public final class RouteStand {

    private RouteStand() {}

    public static SettingChanges changes(JdbcClient db, Clock clock) {
        return new SettingChanges(db, clock);
    }
}
