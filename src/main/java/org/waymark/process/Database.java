package org.waymark.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one way to the database of decision record 0002. */
@Configuration
class Database {

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcOperations operations) {
        return new RememberingJdbc(JdbcClient.create(operations));
    }
}
