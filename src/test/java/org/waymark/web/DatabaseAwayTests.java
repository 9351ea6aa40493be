package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database out of reach is no fault of the request: 503, when to come again, and nothing of what broke. */
class DatabaseAwayTests {

    private final DatabaseAwayFilter filter = PlainAnswers.with(DatabaseAwayFilter::new);

    @Test
    void aPageSaysSoPlainlyAndWhenToComeAgain() throws Exception {
        MockHttpServletResponse answer = asked("/my-work", new SQLTransientConnectionException("pool empty", "08001"));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getContentType()).startsWith("text/html");
        assertThat(answer.getContentAsString())
                .contains("Waymark cannot reach its database right now", "/waymark.css")
                .doesNotContain("pool", "SQL", "org.");
    }

    @Test
    void whatSomebodyHadWrittenStandsOnThePageAndNoPassword() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/programs/ATLAS/concerns");
        request.addHeader("Host", "waymark.example");
        request.addHeader("Referer", "https://waymark.example/programs/ATLAS/concerns");
        request.addParameter("words", "Two teams answer <the> same customer.");
        request.addParameter("password", "correct horse battery staple");
        MockHttpServletResponse answer = asked(request, new SQLException("terminated", "57P01"));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString())
                .contains("Two teams answer &lt;the&gt; same customer.", "href=\"/programs/ATLAS/concerns\"")
                .doesNotContain("battery");
    }

    @Test
    void aProgramHearsAProblem() throws Exception {
        MockHttpServletResponse answer = asked("/api/programs", new SQLException("terminated", "57P01"));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).contains("\"status\":503").doesNotContain("terminated");
    }

    @Test
    void aConnectionThatBrokeInTheMiddleIsADatabaseAwayToo() throws Exception {
        MockHttpServletResponse answer = asked("/api/tasks/1/complete", new SQLException("Connection is closed"));
        assertThat(answer.getStatus()).as("the rollback finds nobody there").isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void aDatabaseWithoutRoomOnItsDiskIsADatabaseAwayToo() throws Exception {
        MockHttpServletResponse answer = asked(
                "/api/tasks/1/complete", new SQLException("could not extend file: No space left on device", "53100"));
        assertThat(answer.getStatus())
                .as("it takes the same again once there is room")
                .isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void aFileThatCannotBeWrittenIsADatabaseAwayToo() throws Exception {
        MockHttpServletResponse answer = asked(
                "/api/tasks/1/complete",
                new SQLException("General error", "HY000", 50_000, new IOException("No space left on device")));
        assertThat(answer.getStatus()).as("what H2 says first of a full disk").isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void anyOtherFailureIsLeftToWhoeverKnowsIt() {
        for (SQLException other : new SQLException[] {
            new SQLException("unique", "23505"), new SQLException("syntax", "42601"), new SQLException("none")
        }) {
            assertThatThrownBy(() -> asked("/my-work", other)).hasRootCause(other);
        }
    }

    private MockHttpServletResponse asked(String path, SQLException failure) throws Exception {
        return asked(new MockHttpServletRequest("GET", path), failure);
    }

    private MockHttpServletResponse asked(MockHttpServletRequest request, SQLException failure) throws Exception {
        request.addPreferredLocale(Locale.ENGLISH);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        FilterChain broken = (asked, said) -> {
            said.getWriter().write("half a page of org.waymark");
            throw new CannotCreateTransactionException("no transaction", failure);
        };
        filter.doFilter(request, answer, broken);
        return answer;
    }
}
