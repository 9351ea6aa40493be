package org.waymark.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.waymark.ledger.Anchors;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.ledger.Renames;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.stakeholder.Team;
import org.waymark.web.Pages;

@SpringJUnitWebConfig(LedgerPagesTests.Setting.class)
class LedgerPagesTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T22:30:00.123456Z");

    private MockMvc web;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void anAuditorSeesEveryChain() throws Exception {
        assertThat(read("auditor", "/ledger"))
                .contains("2 programs have a decision record", "ATLAS", "TIDAL", "Hannah decided")
                .doesNotContain("??");
    }

    @Test
    void aStakeholderSeesTheirOwnAndNoOther() throws Exception {
        assertThat(read("service", "/ledger"))
                .contains("One program has a decision record", "ATLAS")
                .doesNotContain("TIDAL");
        for (String path : new String[] {
            "/ledger?program=TIDAL",
            "/ledger/verification?program=TIDAL",
            "/api/ledger?program=TIDAL",
            "/api/ledger/verification?program=TIDAL",
            "/ledger?program=NOWHERE"
        }) {
            web.perform(as("service", path)).andExpect(status().isNotFound());
        }
    }

    @Test
    void whoHasNoProgramIsToldWhatWillComeHere() throws Exception {
        assertThat(read("newcomer", "/ledger")).contains("No decision record yet", "from the moment they are launched");
    }

    @Test
    void aLineIsReadInWordsAndInTheReadersTime() throws Exception {
        assertThat(read("auditor", "/ledger?program=ATLAS"))
                .contains("2 lines in the decision record of ATLAS")
                .contains("Hannah", "decided", "Values: Go", "“We &lt;must&gt; do this”")
                .contains("20 Nov 2026, 23:30")
                .contains("handed in", "the points for the values", "for Mia")
                .contains("Verify the record")
                .doesNotContain("??");
    }

    @Test
    void verifyingAnswersInPlainWords() throws Exception {
        assertThat(read("auditor", "/ledger/verification?program=ATLAS"))
                .contains("Both lines of ATLAS are exactly as they were written.")
                .contains("All 3 daily anchors")
                .contains("<h1>");
        String part = web.perform(as("auditor", "/ledger/verification").header("HX-Request", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(part)
                .contains("Both lines of ATLAS", "Line 7 of TIDAL is missing or not as it was written")
                .contains("The 6 lines before it are untouched")
                .doesNotContain("<h1>");
    }

    @Test
    void theInterfaceGivesChainAndProof() throws Exception {
        web.perform(as("auditor", "/api/ledger?program=ATLAS"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[1].sequence").value(2))
                .andExpect(jsonPath("$[1].at").value("2026-11-20T22:30:00.123456Z"))
                .andExpect(jsonPath("$[1].data.decision").value("GO"))
                .andExpect(jsonPath("$[1].previousHash").value("a"))
                .andExpect(jsonPath("$[0].onBehalfOf").value("mia"));
        web.perform(as("auditor", "/api/ledger/verification"))
                .andExpect(jsonPath("$.whole").value(false))
                .andExpect(jsonPath("$.entries").value(8))
                .andExpect(jsonPath("$.programs[1].brokenAt").value(7))
                .andExpect(jsonPath("$.anchors.anchors").value(3))
                .andExpect(jsonPath("$.anchors.missed[0].program").value("TIDAL"));
        web.perform(as("service", "/api/ledger/verification"))
                .andExpect(jsonPath("$.whole").value(true))
                .andExpect(jsonPath("$.programs.length()").value(1))
                .andExpect(jsonPath("$.anchors.missed.length()").value(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ledger",
                "/api/ledger?program=ATLAS&size=0",
                "/api/ledger?program=ATLAS&size=100000",
                "/api/ledger?program=ATLAS&after=soon",
                "/ledger?program=ATLAS&before=soon"
            })
    void nonsenseIsRefused(String path) throws Exception {
        web.perform(as("auditor", path)).andExpect(status().isBadRequest());
    }

    private String read(String person, String path) throws Exception {
        return web.perform(as(person, path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder as(String person, String path) {
        return get(path).principal(() -> person).locale(Locale.UK);
    }

    @TestConfiguration
    @Import({Pages.class, LedgerPages.class, LedgerApi.class, LedgerReading.class, LedgerProofs.class, Renames.class})
    static class Setting {

        @Bean
        Ledger ledger() {
            Ledger ledger = mock();
            List<Entry> lines = List.of(
                    new Entry(1, AT, "ATLAS", "SUBMITTED", "service", "mia", "weighValues", "{}", "0", "a", null),
                    new Entry(
                            2,
                            AT,
                            "ATLAS",
                            "DECIDED",
                            "hannah",
                            null,
                            "values",
                            "{\"decision\":\"GO\",\"reason\":\"We <must> do this\"}",
                            "a",
                            "b",
                            null));
            when(ledger.chains())
                    .thenReturn(List.of(
                            new Ledger.Chain("ATLAS", 2, AT, "DECIDED", "hannah"),
                            new Ledger.Chain("TIDAL", 9, null, null, null)));
            when(ledger.page("ATLAS", null, Long.MAX_VALUE, 50)).thenReturn(List.of(lines.get(1), lines.get(0)));
            when(ledger.after("ATLAS", 0, 1000)).thenReturn(lines);
            when(ledger.kinds("ATLAS")).thenReturn(List.of("DECIDED", "SUBMITTED"));
            when(ledger.verify("ATLAS")).thenReturn(new Ledger.Verification("ATLAS", 2, true, null));
            when(ledger.verify("TIDAL")).thenReturn(new Ledger.Verification("TIDAL", 6, false, 7L));
            return ledger;
        }

        @Bean
        Anchors anchors() {
            Anchors anchors = mock();
            when(anchors.verify())
                    .thenReturn(new Anchors.Proof(
                            3, true, null, List.of(new Anchors.Missed("TIDAL", 9, LocalDate.of(2026, 11, 20)))));
            return anchors;
        }

        @Bean
        Team team() {
            Team team = mock();
            when(team.programsOf(anyString())).thenReturn(List.of());
            when(team.programsOf("service")).thenReturn(List.of("ATLAS"));
            return team;
        }

        @Bean
        People people() {
            People people = mock();
            when(people.get(anyString())).thenAnswer(call -> person(call.getArgument(0)));
            when(people.nameOf(anyString()))
                    .thenAnswer(call -> person(call.getArgument(0)).name());
            when(people.find(anyString())).thenReturn(Optional.empty());
            return people;
        }

        @Bean
        Programs programs() {
            return mock();
        }

        private static Person person(String id) {
            String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
            Role role = id.equals("auditor") ? Role.AUDITOR : Role.MEMBER;
            return new Person(id, name, null, role, "en", "Europe/Berlin", true);
        }
    }
}
