package org.waymark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.waymark.web.Pages;

@SpringJUnitWebConfig(CataloguePagesTests.Setting.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class CataloguePagesTests {

    private static final String[] KINDS = {
        "values",
        "capabilities",
        "dimensions",
        "chasm-conditions",
        "benefits",
        "costs",
        "use-cases",
        "checklist",
        "components",
        "functions"
    };

    private MockMvc web;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void theHeadingSaysWhatIsThere() throws Exception {
        web.perform(get("/catalogue"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("24 values in 6 themes, all switched on")))
                .andExpect(content().string(containsString("Answer everyone who needs an answer")))
                .andExpect(content().string(not(containsString("Add it"))));
    }

    @Test
    void everyListAndEveryItemCanBeReadAndEdited() throws Exception {
        for (Kind kind : Kind.values()) {
            String list = read(as("KEEP_CATALOGUE", get("/catalogue/" + kind.path())));
            assertThat(list).as(kind.path()).doesNotContain("??").contains("<h1>");
        }
        for (Item item : Shipped.items()) {
            String page =
                    read(as("KEEP_CATALOGUE", get("/catalogue/" + item.kind().path() + "/" + item.id())));
            assertThat(page).as(item.id()).doesNotContain("??").contains("Change it");
        }
    }

    @Test
    void anItemShowsWhatItIsLinkedWith() throws Exception {
        assertThat(read(get("/catalogue/values/VAL-02")))
                .contains("Capabilities that serve it", "Commerce inside conversations")
                .contains("Benefits that follow", "Conversational commerce")
                .contains("Use cases that bring it to life", "Guided purchase in messaging")
                .doesNotContain("Change it");
    }

    @Test
    void searchingLooksThroughEveryList() throws Exception {
        assertThat(read(get("/catalogue").param("q", "refund")))
                .contains("items mention “refund”")
                .contains("Billing and refund conversations with authority")
                .contains("Billing and refunds");
        assertThat(read(get("/catalogue").param("q", "<script>")))
                .contains("Nothing mentions “&lt;script&gt;”")
                .doesNotContain("“<script>”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalogue/spells",
                "/catalogue/values/VAL-99",
                "/api/catalogue/spells",
                "/api/catalogue/themes",
                "/api/catalogue/values/VAL-99"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        web.perform(get(path)).andExpect(status().isNotFound());
    }

    @Test
    void theInterfaceListsEveryKind() throws Exception {
        int[] counts = {24, 36, 8, 6, 16, 12, 32, 60, 45, 11};
        for (int i = 0; i < KINDS.length; i++) {
            web.perform(get("/api/catalogue/" + KINDS[i]))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.length()").value(counts[i]));
        }
        web.perform(get("/api/catalogue/dimensions/DIM-2"))
                .andExpect(jsonPath("$.levels.length()").value(4));
        web.perform(get("/api/catalogue/benefits/BEN-01"))
                .andExpect(jsonPath("$.inputs[4].name").value("captureRate"))
                .andExpect(jsonPath("$.inputs[4].unit").value("share"));
    }

    @Test
    void anAdministratorRenamesSwitchesOffAndRestores() throws Exception {
        web.perform(as("KEEP_CATALOGUE", post("/catalogue/values/VAL-05")).param("text.name", "Nobody <b>waits</b>"))
                .andExpect(redirectedUrl("/catalogue/values/VAL-05"));
        web.perform(as("KEEP_CATALOGUE", post("/catalogue/values/VAL-02/offer")).param("on", "false"))
                .andExpect(redirectedUrl("/catalogue/values/VAL-02"));

        assertThat(read(get("/catalogue")))
                .contains("24 values in 6 themes, one switched off")
                .contains("Nobody &lt;b&gt;waits&lt;/b&gt;")
                .contains("edited by you");
        web.perform(get("/api/catalogue/values"))
                .andExpect(jsonPath("$.length()").value(23));

        web.perform(as("KEEP_CATALOGUE", post("/catalogue/values/VAL-05/restore")));
        assertThat(read(get("/catalogue/values/VAL-05"))).contains("Answer everyone", "as shipped");
    }

    @Test
    void whatIsRefusedKeepsWhatWasTyped() throws Exception {
        web.perform(as("KEEP_CATALOGUE", post("/catalogue/values/VAL-05"))
                        .param("text.name", " ")
                        .param("text.sentence", "What I typed."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("an item without words")))
                .andExpect(content().string(containsString("What I typed.")))
                .andExpect(content().string(containsString("Change it")));
        assertThat(read(get("/catalogue/values/VAL-05"))).doesNotContain("What I typed.");
    }

    @Test
    void anAdministratorAddsAValue() throws Exception {
        MockHttpServletRequestBuilder form = as("KEEP_CATALOGUE", post("/catalogue/values"))
                .param("text.name", "Be fun to deal with")
                .param("text.sentence", "People smile.")
                .param("text.measure", "Smiles")
                .param("text.unit", "%")
                .param("data.theme", "THM-02")
                .param("data.lens", "revenue")
                .param("data.better", "up")
                .param("data.functions", "", "FN-MKT")
                .param("data.promises", "");
        web.perform(form).andExpect(redirectedUrl("/catalogue/values/VAL-25"));
        assertThat(read(get("/catalogue"))).contains("25 values in 6 themes", "added by you");

        web.perform(as("KEEP_CATALOGUE", post("/catalogue/values"))
                        .param("text.name", "Half of one")
                        .param("data.theme", ""))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("Half of one")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANAGER", "MEMBER", "AUDITOR"})
    void nobodyElseChangesAnything(String role) throws Exception {
        for (String path : new String[] {"", "/VAL-05", "/VAL-05/offer", "/VAL-05/restore"}) {
            web.perform(as(role, post("/catalogue/values" + path))
                            .param("text.name", "Mine")
                            .param("on", "false"))
                    .andExpect(status().isForbidden());
        }
        assertThat(read(get("/catalogue"))).contains("24 values in 6 themes, all switched on");
    }

    private String read(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder as(String role, MockHttpServletRequestBuilder request) {
        Principal person = () -> "somebody";
        return request.principal(person).locale(Locale.ENGLISH).with(sent -> {
            Arrays.stream(new String[] {role}).forEach(sent::addUserRole);
            return sent;
        });
    }

    @TestConfiguration
    @Import(Pages.class)
    @EnableTransactionManagement
    @ComponentScan("org.waymark.catalogue")
    static class Setting {

        @Bean
        DataSource database() {
            return new EmbeddedDatabaseBuilder()
                    .generateUniqueName(true)
                    .setType(EmbeddedDatabaseType.H2)
                    .addScript("db/migration/V20261121_2314__catalogue_items.sql")
                    .addScript("db/migration/V20261122_2401__catalogue_wording.sql")
                    .addScript("db/migration/V20261122_3502__catalogue_edition.sql")
                    .build();
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }
}
