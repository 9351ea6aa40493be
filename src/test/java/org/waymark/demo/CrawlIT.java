package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.security.NewPerson;
import org.waymark.security.People;

/** Every address of the product, asked by everybody in every way, answers exactly as src/test/resources/routes.txt says. */
class CrawlIT extends House {

    private static final String PASSWORD = "Waymark-demo-2026";

    /** The columns of the list: what they are, and who of the demo company is one; nobody is not signed in. */
    static final Map<String, String> WHO = new LinkedHashMap<>();

    static {
        WHO.put("nobody", "");
        WHO.put("outsider", "hr");
        WHO.put("member", "service");
        WHO.put("auditor", "auditor");
        WHO.put("observer", "crawl-observer");
        WHO.put("designer", "crawl-designer");
        WHO.put("administrator", "admin");
        WHO.put("manager", "manager");
    }

    private static final int SHARE = 4;
    private static final List<String> VERBS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

    @Autowired
    ApplicationContext house;

    @Autowired
    People people;

    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    @Test
    void everybodyHearsWhatTheListSaysAtEveryAddress() throws Exception {
        String code = launch();
        String task = items.open(code).stream()
                .filter(item -> "service".equals(item.assignee()))
                .map(WorkItem::task)
                .findFirst()
                .orElseThrow();
        everybodySignsIn();
        Map<String, Route> routes = Route.all(house);
        RouteList list = RouteList.read();
        Map<String, List<String>> heard = new TreeMap<>();
        for (String who : WHO.keySet()) {
            for (Route route : routes.values()) {
                heard.computeIfAbsent(route.name(), any -> new ArrayList<>())
                        .add(Answering.of(ask(who, verb(route), address(route, code, task), body(route)))
                                .word());
            }
        }
        Files.write(Path.of("target/routes.txt"), RouteList.lines(WHO.keySet(), heard));
        assertThat(list.gaps(routes.keySet())).as("see target/routes.txt").isEmpty();
        assertThat(list.differences(heard)).as("see target/routes.txt").isEmpty();
    }

    @Test
    void aRouteWithoutAnEntryAndAnEntryThatIsNotTrueAreFound() throws Exception {
        RouteList list = RouteList.read();
        Set<String> routes = new LinkedHashSet<>(Route.all(house).keySet());
        routes.add("GET /planted");
        assertThat(list.gaps(routes)).containsExactly("GET /planted has no entry");
        routes.remove("GET /planted");
        routes.remove("GET /people");
        assertThat(list.gaps(routes)).containsExactly("GET /people is listed and not there");
        List<String> everybody = WHO.keySet().stream().map(who -> "in").toList();
        assertThat(list.differences(Map.of("GET /people", everybody)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("GET /people");
    }

    @Test
    void aVerbNobodyMeantAnswersNobody() throws Exception {
        everybodySignsIn();
        Map<String, Route> routes = Route.all(house);
        Set<String> addresses = new LinkedHashSet<>();
        routes.values().forEach(route -> addresses.add(route.address("NOWHERE", "no-task")));
        List<String> wrong = new ArrayList<>();
        for (String address : addresses) {
            for (String verb : VERBS) {
                for (String who : List.of("nobody", "outsider")) {
                    Answering heard = Answering.ofTrick(ask(who, verb, address, ""));
                    boolean listed = routes.values().stream()
                            .anyMatch(route -> (route.verb().equals(verb)
                                            || route.verb().equals("ANY"))
                                    && route.address("NOWHERE", "no-task").equals(address));
                    boolean asksForVerbs = verb.equals("OPTIONS") && !who.equals("nobody");
                    if (!listed && !asksForVerbs && !heard.closed() && !RouteList.open(address)) {
                        wrong.add(verb + " " + address + " by " + who + ": " + heard.word());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void howAnAddressIsWrittenOpensNothing() throws Exception {
        everybodySignsIn();
        RouteList list = RouteList.read();
        List<String> wrong = new ArrayList<>();
        int turn = 0;
        for (Route route : Route.all(house).values()) {
            turn++;
            String address = route.address("NOWHERE", "no-task");
            if (RouteList.open(address) || address.equals("/")) {
                continue;
            }
            for (String who : List.of("nobody", "outsider")) {
                if (who.equals("outsider")
                        && list.answer(route.name(), "outsider").equals("in")) {
                    continue;
                }
                List<String> tricks = Tricks.of(address);
                // they meet the wall in front of all addresses: each address tries a quarter of them, the next another
                for (int at = turn % SHARE; at < tricks.size(); at += SHARE) {
                    String trick = tricks.get(at);
                    Answering heard = Answering.ofTrick(ask(who, verb(route), trick, ""));
                    if (!heard.closed()) {
                        wrong.add(verb(route) + " " + trick + " by " + who + ": " + heard.word());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverOnlyReadsAddsNoEvidence() throws Exception {
        String code = launch();
        everybodySignsIn();
        for (String who : List.of("auditor", "observer")) {
            HttpResponse<String> answer = visitors.get(who)
                    .send(visitors.get(who)
                            .request("/api/programs/" + code + "/gates/values/sittings/1/evidence")
                            .header("Content-Type", "application/json")
                            .header("X-CSRF-TOKEN", tokens.get(who))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"A note\",\"text\":\"Words\"}")));
            assertThat(answer.statusCode()).as(who + answer.body()).isEqualTo(403);
        }
    }

    /** What would change something for everybody is sent empty, so that the crawl leaves no traces. */
    private static String body(Route route) {
        return route.pattern().contains("{") ? route.body() : "";
    }

    private static String address(Route route, String code, String task) {
        // stopping is asked of a program that is not there, since the others are still asked about this one
        return route.address(route.pattern().endsWith("/stop") ? "NOWHERE" : code, task);
    }

    private static String verb(Route route) {
        return route.verb().equals("ANY") ? "GET" : route.verb();
    }

    /** The crawl also proves who it is with wrong passwords; nobody else has to wait for that. */
    @AfterEach
    void forgetWrongPasswords() {
        WHO.values().forEach(engine.getIdentityService()::unlockUser);
    }

    private void everybodySignsIn() throws Exception {
        for (String role : List.of("observer", "designer")) {
            if (people.find("crawl-" + role).isEmpty()) {
                people.add(
                        new NewPerson("crawl-" + role, "Crawling " + role, null, role, "en", "UTC"), PASSWORD, false);
            }
        }
        for (Map.Entry<String, String> who : WHO.entrySet()) {
            Visitor visitor = new Visitor(port);
            if (!who.getValue().isEmpty()) {
                visitor.signIn(who.getValue(), PASSWORD);
            }
            visitors.put(who.getKey(), visitor);
            tokens.put(who.getKey(), visitor.token(who.getValue().isEmpty() ? "/sign-in" : "/account"));
        }
    }

    private HttpResponse<String> ask(String who, String verb, String address, String body) throws Exception {
        return Answering.ask(visitors.get(who), tokens.get(who), verb, address, body);
    }
}
