package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.engagement.Concern;
import org.waymark.engagement.Concerns;
import org.waymark.ledger.Entry;
import org.waymark.portfolio.Needs;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.promise.Condition;
import org.waymark.promise.Conditions;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** Whoever leaves hands everything over from one list: nothing waits for nobody. */
class HandOverTests extends House {

    @Autowired
    Team team;

    @Autowired
    People people;

    @Autowired
    Conditions conditions;

    @Autowired
    Concerns concerns;

    private static List<String> keys(JsonNode held, String kind) {
        List<String> keys = new ArrayList<>();
        held.forEach(one -> {
            if (kind.isEmpty() || one.path("kind").asText().equals(kind)) {
                keys.add(one.path("kind").asText() + ":" + one.path("id").asText());
            }
        });
        return keys;
    }

    private JsonNode held(String code, String person) throws Exception {
        return Caller.json(Caller.of(port, "manager").get("/api/programs/" + code + "/hand-over/" + person));
    }

    private int give(String code, String by, String person, List<String> keys, String to) throws Exception {
        String held = keys.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(","));
        return Caller.of(port, by)
                .post(
                        "/api/programs/" + code + "/hand-over/" + person,
                        "{\"held\":[" + held + "],\"to\":\"" + to + "\"}")
                .statusCode();
    }

    /** Somebody of our own, so that closing their sign-in leaves the other tests alone. */
    private String somebody() {
        String id = "leaver" + System.nanoTime() % 1_000_000;
        people.add(
                new NewPerson(id, "Lou Leaver", id + "@example.org", "MEMBER", "en", "Europe/Berlin"),
                "Waymark-demo-2026",
                false);
        return id;
    }

    @Test
    void aConcernWaitsForNobodyWhoLeaves() throws Exception {
        String code = launch();
        long id = concerns.raise(code, null, "Nobody answers on Sundays.", "product");
        concerns.assign(code, id, "service", LocalDate.now(clock).plusDays(5), "manager");
        List<String> keys = keys(held(code, "service"), "CONCERN");
        assertThat(keys).containsExactly("CONCERN:" + id);
        assertThat(give(code, "manager", "service", keys, "hr")).isEqualTo(422);
        assertThat(give(code, "product", "service", keys, "sales")).isEqualTo(403);
        assertThat(give(code, "manager", "service", keys, "sales")).isEqualTo(204);
        assertThat(concerns.waitingFor("sales")).extracting(Concern::id).contains(id);
        assertThat(held(code, "service").toString()).doesNotContain("Nobody answers on Sundays.");
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    @Test
    void everythingALeaverHoldsIsOnOneListAndGoesToOthers() throws Exception {
        String leaver = somebody();
        String code = launch(List.of(
                new Launch.Seat(leaver, "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD"),
                new Launch.Seat("sales", "FN-SAL", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD")));
        Story story = new Story(code, LocalDate.now(clock), leaver);
        var promise = conditional();
        ((ObjectNode) promise.path("conditions").path(0)).put("owner", leaver);
        story.decides("values", promise);
        play(
                story,
                item -> !item.stage().equals("capabilities") && !item.taskKey().equals("fulfilCondition"));
        Caller.of(port, leaver)
                .post(
                        "/api/programs/" + code + "/deputies",
                        "{\"deputy\":\"legal\",\"until\":\""
                                + LocalDate.now(clock).plusDays(9) + "\"}");

        JsonNode held = held(code, leaver);
        assertThat(keys(held, "PART")).containsExactly("PART:FUNCTION_LEAD");
        assertThat(keys(held, "TASK")).hasSize(1);
        assertThat(keys(held, "ANSWERS_FOR")).isNotEmpty().allMatch(key -> key.startsWith("ANSWERS_FOR:values/"));
        assertThat(keys(held, "CONDITION")).hasSize(1);
        assertThat(keys(held, "DEPUTY")).hasSize(1);

        assertThat(give(code, "sales", leaver, keys(held, ""), "product")).isEqualTo(403);
        assertThat(give(code, "manager", leaver, keys(held, "CONDITION"), "hr"))
                .as("not in the program")
                .isEqualTo(422);
        assertThat(give(code, "manager", leaver, keys(held, "CONDITION"), leaver))
                .isEqualTo(422);
        assertThat(give(code, "manager", leaver, List.of("CONDITION:0"), "sales"))
                .isEqualTo(422);

        Visitor admin = new Visitor(port);
        admin.signIn("admin", "Waymark-demo-2026");
        var closed = admin.ours(
                "POST", "/people/" + leaver + "/active", "application/x-www-form-urlencoded", "active=false");
        assertThat(closed.headers().firstValue("Location").orElse("")).endsWith("/people/" + leaver + "/hand-over");
        assertThat(admin.get("/people").body()).contains("still holds things");
        assertThat(admin.get("/people/" + leaver + "/hand-over").body())
                .contains("Name an owner for the reply promise", "answers for it", "deputyship, ends");
        assertThat(asked("manager", code))
                .extracting(Needs.Need::title)
                .contains(code + " · Lou Leaver can no longer sign in");

        assertThat(give(code, "manager", leaver, keys(held, "CONDITION"), "sales"))
                .isEqualTo(204);
        assertThat(conditions.open(code)).extracting(Condition::owner).containsExactly("sales");
        assertThat(items.open(code, "fulfilCondition"))
                .extracting(WorkItem::assignee)
                .containsExactly("sales");
        assertThat(give(code, "admin", leaver, keys(held(code, leaver), ""), "product"))
                .isEqualTo(204);

        assertThat(held(code, leaver)).isEmpty();
        assertThat(team.includes(code, leaver)).isFalse();
        assertThat(team.holding(code, Part.FUNCTION_LEAD)).contains("product", "sales");
        assertThat(items.open(code))
                .extracting(WorkItem::assignee)
                .doesNotContain(leaver)
                .doesNotContainNull();
        assertThat(keys(held(code, "product"), "ANSWERS_FOR")).isNotEmpty();
        assertThat(ledger.of(code)).extracting(Entry::kind).contains("HANDED_OVER", "CONDITION_GIVEN", "DEPUTY_ENDED");
        assertThat(ledger.verify(code).whole()).isTrue();
        assertThat(admin.get("/people").body()).doesNotContain(leaver + "/hand-over");
    }
}
