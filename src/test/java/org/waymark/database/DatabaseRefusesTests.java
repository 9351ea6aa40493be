package org.waymark.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

/** Whoever installs Waymark reads one sentence about what is wrong, and no password stands in it. */
class DatabaseRefusesTests {

    private static final String URL = "jdbc:postgresql://db.example:5432/waymark";

    @ParameterizedTest
    @CsvSource({
        "28P01, does not let this name in with this password, WAYMARK_DB_OWNER_PASSWORD",
        "28000, does not let this name in with this password, WAYMARK_DB_USER",
        "3D000, does not exist, WAYMARK_DB_URL",
        "08001, cannot be reached, WAYMARK_DB_URL",
        "57P03, cannot be reached, WAYMARK_DB_URL",
        "90020, is open in another process, Stop the Waymark",
        "42501, does not let this role make its tables, CREATE on the database"
    })
    void eachWayToFailHasItsSentence(String state, String sentence, String advice) {
        MockEnvironment environment =
                new MockEnvironment().withProperty("spring.datasource.url", URL + "?user=me&password=hush");
        FailureAnalysis said = new DatabaseRefusesAnalyzer(environment)
                .analyze(
                        new IllegalStateException(new RuntimeException(new SQLException("the server's words", state))));
        FailureAnalysis known = Objects.requireNonNull(said);
        assertThat(known.getDescription())
                .startsWith("The database " + URL + " " + sentence)
                .doesNotContain("hush");
        assertThat(known.getAction()).contains(advice);
    }

    @Test
    void whatIsNoneOfItsBusinessIsLeftToOthers() {
        DatabaseRefusesAnalyzer analyzer = new DatabaseRefusesAnalyzer(null);
        assertThat(analyzer.analyze(new SQLException("a migration is wrong", "42601")))
                .isNull();
        assertThat(analyzer.analyze(new IllegalStateException("something else")))
                .isNull();
    }

    @Test
    void aProfileWithoutItsDatabaseNeverOpensAnother() {
        refuses("WAYMARK_DB_URL", Map.of());
        refuses("no address of a PostgreSQL database: jdbc:h2:mem:x", Map.of("spring.datasource.url", "jdbc:h2:mem:x"));
        refuses("WAYMARK_DB_USER", Map.of("spring.datasource.url", URL));
        assertThatCode(() -> start(Map.of("spring.datasource.url", URL, "spring.datasource.username", "waymark")))
                .doesNotThrowAnyException();
    }

    private static void refuses(String sentence, Map<String, String> set) {
        assertThatThrownBy(() -> start(set)).isInstanceOf(DatabaseRefuses.class).hasMessageContaining(sentence);
    }

    private static void start(Map<String, String> set) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("postgres");
        set.forEach(environment::setProperty);
        new PostgresSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
