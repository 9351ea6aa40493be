package org.waymark.model;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import org.waymark.TestDatabase;
import org.waymark.ledger.Ledger;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.EarlyAnswers;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.ReaderDialect;

/** One model on a real database and the shipped catalogue, with a team and tasks made up around it. */
public class ModelStand implements AutoCloseable {

    public static final String PROGRAM = "ATLAS";
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<Member> members = new ArrayList<>();
    private final List<WorkItem> items = new ArrayList<>();
    private String depth = "STANDARD";

    public ModelStand(String modelPackage, Map<Class<?>, Object> others) {
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
        DataSource data = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(data)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        context.registerBean(DataSource.class, () -> data);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(data)));
        Instant now = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
        context.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
        bean(People.class, people());
        bean(Team.class, team());
        bean(Programs.class, programs());
        bean(EarlyAnswers.class, mock(EarlyAnswers.class));
        bean(WorkItems.class, workItems());
        bean(Ledger.class, mock(Ledger.class));
        others.forEach(this::untyped);
        ClassPathBeanDefinitionScanner some = new ClassPathBeanDefinitionScanner(context, false);
        some.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(
                ".*\\.(Catalogue|CatalogueRepository|CatalogueLoader|ShippedCatalogue|Texts|WebSettings)")));
        some.scan("org.waymark.catalogue", "org.waymark.web");
        new ClassPathBeanDefinitionScanner(context, true).scan(modelPackage, "org.waymark.company");
        context.refresh();
        Locale.setDefault(Locale.ENGLISH);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** A bean by its name, where a type has several. */
    @SuppressWarnings("unchecked")
    public <T> T get(String name) {
        return (T) context.getBean(name);
    }

    public void depth(String named) {
        depth = named;
    }

    public void member(String person, Part part, String function) {
        members.add(new Member(PROGRAM, person, part, function, null));
    }

    /** An open task of somebody; remembered, so that it is among its siblings. */
    public WorkItem task(String id, String key, String stage, String person) {
        OffsetDateTime created = TODAY.atTime(8, 0).atOffset(ZoneOffset.UTC);
        WorkItem item =
                new WorkItem(id, key, key, PROGRAM, stage, "instance-1", person, created, null, "OPEN", null, null);
        items.add(item);
        return item;
    }

    /** Both fragments of a task as a browser gets them; kept under target/fragments to look at. */
    public <D> String render(TaskWork<D> work, WorkItem task, D draft, String file) {
        View view = work.view(task, draft);
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(context);
        engine.addDialect(new ReaderDialect());
        Map<String, Object> model = new LinkedHashMap<>(view.model());
        Map<String, String> errors = new LinkedHashMap<>();
        for (Missing missing : work.missing(task, draft)) {
            errors.put(missing.field(), context.getMessage(missing.key(), missing.args(), Locale.ENGLISH));
        }
        model.put("task", task);
        model.put("draft", draft);
        model.put("errors", errors);
        MockServletContext servlet = new MockServletContext();
        WebContext web = new WebContext(
                JakartaServletWebApplication.buildApplication(servlet)
                        .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()),
                Locale.ENGLISH,
                model);
        String body = engine.process(view.template(), java.util.Set.of("body"), web);
        String totals = engine.process(view.template(), java.util.Set.of("totals"), web);
        String key = view.button().substring(0, view.button().lastIndexOf('.'));
        String page = """
                <!doctype html><html lang="en"><meta charset="utf-8"><base href="file://%s/">
                <link rel="stylesheet" href="waymark.css"><body class="wm"><section class="wm work" id="work">
                <h1>%s</h1><p class="why">%s %s About %s minutes.</p><div class="work-body" id="work-body">%s</div>
                <div class="work-state">%s<div class="foot"><span class="soft">Saved 10:42</span>
                <span class="grow todo">%d missing</span><button class="primary">%s</button></div></div>
                </section></body></html>
                """.formatted(
                        Path.of("src/main/resources/static").toAbsolutePath(),
                        text(key + ".title", PROGRAM, "Answer every customer"),
                        text(key + ".why", PROGRAM, "Answer every customer"),
                        text(key + ".sees"),
                        text(key + ".minutes"),
                        body,
                        totals,
                        errors.size(),
                        text(view.button(), view.buttonArgs()));
        try {
            Path folder = Files.createDirectories(Path.of("target/fragments"));
            Files.writeString(folder.resolve(file + ".html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page;
    }

    public String text(String key, Object... args) {
        return context.getMessage(key, args, Locale.ENGLISH);
    }

    @Override
    public void close() {
        context.close();
    }

    private <T> void bean(Class<T> type, T instance) {
        context.registerBean(type, () -> instance);
    }

    @SuppressWarnings("unchecked")
    private void untyped(Class<?> type, Object instance) {
        context.registerBean((Class<Object>) type, () -> instance);
    }

    private static People people() {
        People people = mock(People.class);
        when(people.nameOf(anyString())).thenAnswer(call -> name(call.getArgument(0)));
        when(people.find(anyString())).thenAnswer(call -> {
            String id = call.getArgument(0);
            return id.startsWith("nobody")
                    ? Optional.empty()
                    : Optional.of(new Person(id, name(id), null, Role.MEMBER, "en", "UTC", true));
        });
        return people;
    }

    private static String name(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    private Team team() {
        Team team = mock(Team.class);
        when(team.members(anyString())).thenAnswer(call -> List.copyOf(members));
        when(team.of(anyString()))
                .thenAnswer(
                        call -> members.stream().map(Member::person).distinct().toList());
        when(team.lead(anyString(), any()))
                .thenAnswer(call -> members.stream()
                        .filter(member -> String.valueOf(member.function()).equals(call.getArgument(1)))
                        .map(Member::person)
                        .findFirst());
        when(team.leads(anyString()))
                .thenAnswer(call -> members.stream()
                        .filter(member -> member.function() != null)
                        .collect(Collectors.toMap(Member::function, Member::person, (first, next) -> first)));
        when(team.manager(anyString())).thenReturn("manager");
        return team;
    }

    private Programs programs() {
        Programs programs = mock(Programs.class);
        when(programs.get(anyString()))
                .thenAnswer(call -> new Program(
                        PROGRAM,
                        "Answer every customer",
                        "",
                        "UNDER_1M",
                        "LOW",
                        "EUR",
                        TODAY,
                        depth,
                        null,
                        "RUNNING",
                        "use-cases",
                        1,
                        "manager",
                        TODAY.atStartOfDay().atOffset(ZoneOffset.UTC),
                        null,
                        null));
        return programs;
    }

    private WorkItems workItems() {
        WorkItems all = mock(WorkItems.class);
        when(all.all(anyString(), anyString(), anyString()))
                .thenAnswer(call -> items.stream()
                        .filter(item -> item.taskKey().equals(call.getArgument(1)))
                        .toList());
        return all;
    }
}
