package org.waymark.model;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestDatabase;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** A small house for the first models: their real tables and the shipped catalogue, everything else as told. */
public class TestHouse implements AutoCloseable {

    public static final String PROGRAM = "ATLAS";

    public final Clock clock = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    public final Catalogue catalogue = mock(Catalogue.class);
    public final Team team = mock(Team.class);
    public final Programs programs = mock(Programs.class);
    public final People people = mock(People.class);
    public final List<String> ledgerLines = new ArrayList<>();
    public final Ledger ledger = mock(Ledger.class);
    public final Texts texts;
    public final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final EmbeddedDatabase database = TestDatabase.fresh();
    public final JdbcClient jdbc = JdbcClient.create(database);

    public TestHouse() {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V20261121_2321__values_tables.sql"),
                        new ClassPathResource("db/migration/V20261121_2322__capabilities_tables.sql"),
                        new ClassPathResource("db/migration/V20261122_0302__values_voice.sql"))
                .execute(database);
        messages.setBasenames("messages/values", "messages/capabilities", "messages/work");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        texts = mock(
                Texts.class,
                call -> messages.getMessage(
                        call.getArgument(0),
                        Arrays.copyOfRange(call.getArguments(), 1, call.getArguments().length),
                        Locale.ENGLISH));
        List<Value> values = items("values", TestHouse::value);
        List<Capability> capabilities = items("capabilities", TestHouse::capability);
        when(catalogue.values()).thenReturn(values);
        when(catalogue.functions())
                .thenReturn(items(
                        "functions",
                        node -> new org.waymark.catalogue.Function(
                                node.get("id").asText(),
                                node.get("en").get("name").asText())));
        when(catalogue.capabilities()).thenReturn(capabilities);
        lenient().when(catalogue.value(anyString())).thenAnswer(call -> find(values, Value::id, call.getArgument(0)));
        lenient()
                .when(catalogue.capability(anyString()))
                .thenAnswer(call -> find(capabilities, Capability::id, call.getArgument(0)));
        when(people.nameOf(anyString())).thenAnswer(call -> call.getArgument(0));
        when(ledger.append(anyString(), anyString(), any(), any(), anyString(), any()))
                .thenAnswer(call -> {
                    ledgerLines.add(call.getArgument(1) + " " + call.getArgument(2) + " " + call.getArgument(5));
                    return 1L;
                });
        depth("STANDARD");
        team(
                new Member(PROGRAM, "sponsor", Part.SPONSOR, null, null),
                new Member(PROGRAM, "manager", Part.MANAGER, null, null),
                new Member(PROGRAM, "service", Part.FUNCTION_LEAD, "FN-SVC", null),
                new Member(PROGRAM, "marketing", Part.FUNCTION_LEAD, "FN-MKT", null),
                new Member(PROGRAM, "product", Part.FUNCTION_LEAD, "FN-PRD", null));
    }

    public void depth(String depth) {
        when(programs.get(PROGRAM))
                .thenReturn(new Program(
                        PROGRAM,
                        "Answer every customer",
                        "Nobody waits",
                        "UNDER_1M",
                        "MEDIUM",
                        "EUR",
                        LocalDate.of(2026, 11, 2),
                        depth,
                        null,
                        "RUNNING",
                        "values",
                        1,
                        "manager",
                        OffsetDateTime.now(clock),
                        null,
                        null));
    }

    public void team(Member... members) {
        List<Member> all = List.of(members);
        List<String> ids = all.stream().map(Member::person).distinct().toList();
        List<String> leads = all.stream()
                .filter(member -> member.part() == Part.FUNCTION_LEAD)
                .map(Member::person)
                .toList();
        when(team.members(PROGRAM)).thenReturn(all);
        when(team.of(PROGRAM)).thenReturn(ids);
        when(team.holding(PROGRAM, Part.FUNCTION_LEAD)).thenReturn(leads);
        when(team.stakeholders(PROGRAM)).thenReturn(leads);
        when(team.manager(PROGRAM)).thenReturn("manager");
        when(team.includes(eq(PROGRAM), anyString())).thenAnswer(call -> ids.contains(call.<String>getArgument(1)));
    }

    public WorkItem task(String key, String person) {
        return new WorkItem(
                "t-" + key + "-" + person,
                key,
                key,
                PROGRAM,
                "values",
                "i",
                person,
                OffsetDateTime.now(clock),
                null,
                "OPEN",
                null,
                null);
    }

    @Override
    public void close() {
        database.shutdown();
    }

    private static <T> T find(List<T> all, Function<T, String> id, String wanted) {
        return all.stream()
                .filter(one -> id.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("catalogue.unknown", wanted));
    }

    private static <T> List<T> items(String file, Function<JsonNode, T> reading) {
        try {
            JsonNode nodes =
                    new ObjectMapper().readTree(new ClassPathResource("catalogue/" + file + ".json").getInputStream());
            return StreamSupport.stream(nodes.spliterator(), false).map(reading).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Value value(JsonNode node) {
        JsonNode words = node.get("en");
        return new Value(
                node.get("id").asText(),
                words.get("name").asText(),
                words.get("sentence").asText(),
                node.get("theme").asText(),
                node.get("lens").asText(),
                words.get("measure").asText(),
                words.get("unit").asText(),
                node.get("better").asText(),
                list(node.get("functions")),
                list(node.get("promises")));
    }

    private static Capability capability(JsonNode node) {
        JsonNode words = node.get("en");
        return new Capability(
                node.get("id").asText(),
                words.get("name").asText(),
                words.get("sentence").asText(),
                node.get("type").asText(),
                node.get("motion").asText(),
                list(node.get("serves")),
                node.get("moves").asText(),
                "");
    }

    private static List<String> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Points as people write them in tests: id, points, id, points. */
    public static Map<String, Integer> points(Object... pairs) {
        Map<String, Integer> points = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            points.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return points;
    }
}
