package org.waymark.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Ten connections reading what is committed, counted: the same for every contender. */
final class Pool {

    private Pool() {}

    static DataSource to(Contender.Place place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.url());
        config.setUsername(place.user());
        config.setPassword(place.password());
        config.setMaximumPoolSize(10);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return ProxyDataSourceBuilder.create(new HikariDataSource(config))
                .listener(new Traffic())
                .build();
    }
}
