package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.workshop.VotingByLink;
import org.waymark.workshop.Workshops;

/** People who never sign in vote by a link or by a code at the room's door: once, as themselves, and blind. */
class VotingByLinkTests extends House {

    private static final String POINTS = form(
            "recall[]=VAL-01",
            "recall[]=VAL-02",
            "recall[]=VAL-03",
            "weights[VAL-01]=61",
            "weights[VAL-02]=39",
            "scorecard.none=true");

    @Autowired
    VotingByLink voting;

    @Autowired
    Workshops workshops;

    @Autowired
    Team team;

    private static String form(String... fields) {
        return java.util.Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .map(field -> URLEncoder.encode(field[0], StandardCharsets.UTF_8) + "=" + field[1])
                .collect(Collectors.joining("&"));
    }

    private WorkItem ballot(String code, String key, String person) {
        return items.open(code, key).stream()
                .filter(item -> person.equals(item.assignee()))
                .findFirst()
                .orElseThrow();
    }

    private String link(String code, String person) {
        return "/vote/" + voting.link(code, ballot(code, "weighValues", person).task(), "manager");
    }

    private Visitor stranger() {
        return new Visitor(port);
    }

    @Test
    void aLinkHandsInOneBallotOnceAndShowsNothingElse() throws Exception {
        String code = launch();
        WorkItem mine = ballot(code, "weighValues", "sales");
        hands.type(mine, story(code));
        String typed = work.open(mine.task(), "sales").work().path("weights").toString();
        String link = link(code, "sales");

        HttpResponse<String> page = stranger().get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("You vote as", "Hand in my points", "name=\"weights[VAL-01]\"", "noindex")
                .doesNotContain("<script", "_csrf", "href=\"/programs", "href=\"/my-work", "??");
        // what its owner has typed is for the owner alone: the ballot opens blank
        assertThat(typed).isNotEqualTo("{}");
        assertThat(page.body()).doesNotContainPattern("name=\"weights\\[VAL-\\d\\d\\]\"\\s+value=\"[1-9]");

        HttpResponse<String> half = stranger().form(link, form("weights[VAL-01]=60", "recall[]=VAL-01"));
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body()).contains("still missing", "value=\"60\"");
        assertThat(ballot(code, "weighValues", "sales").isOpen()).isTrue();
        assertThat(work.open(mine.task(), "sales").work().path("weights").toString())
                .isEqualTo(typed);
        assertThat(stranger().form(link, form("weights[VAL-01]=400")).statusCode())
                .isEqualTo(400);

        HttpResponse<String> done = stranger().form(link, POINTS);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("your ballot is in");
        WorkItem after = items.find(mine.task()).orElseThrow();
        assertThat(after.state()).isEqualTo("DONE");
        assertThat(after.endedBy()).isEqualTo("sales");
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("VOTED_BY_LINK"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.person()).isEqualTo("sales"))
                .satisfies(entry -> assertThat(entry.data()).contains("\"madeBy\":\"manager\""));
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("VOTED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.person()).isEqualTo("sales"));
        assertThat(ledger.verify(code).whole()).isTrue();

        // used twice: neither read nor changed
        assertThat(stranger().get(link).statusCode()).isEqualTo(409);
        HttpResponse<String> twice =
                stranger().form(link, POINTS.replace("=61", "=60").replace("=39", "=40"));
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("has done its work").doesNotContain("VAL-01", code);
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("VOTED"))
                .hasSize(1);
    }

    @Test
    void theSecretIsKeptAsAHashOnlyAndShownOnce() throws Exception {
        String code = launch();
        Visitor manager = stranger();
        manager.signIn("manager", "Waymark-demo-2026");
        String page = "/programs/" + code + "/voting";
        assertThat(manager.get(page).body())
                .contains("ballots still wait", "Make a link")
                .doesNotContain("??");
        String task = ballot(code, "weighValues", "product").task();
        String made = manager.form(page + "/link", "task=" + task + "&_csrf=" + manager.token(page))
                .body();
        assertThat(made).contains("shown this once", "<svg class=\"qr\"").doesNotContain("??");
        String secret = made.replaceAll("(?s).*/vote/([A-Za-z0-9_-]{43}).*", "$1");
        assertThat(secret).hasSize(43);
        assertThat(manager.get(page).body()).doesNotContain(secret).contains(">open<");
        assertThat(kept(secret)).isZero();
        // in the manager's own browser it does not open: nobody votes for another person by the way
        HttpResponse<String> own = manager.get("/vote/" + secret);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("signed in as somebody else");
        assertThat(manager.form("/vote/" + secret, POINTS).statusCode()).isEqualTo(403);
        assertThat(stranger().get("/vote/" + secret).statusCode()).isEqualTo(200);

        for (String other : List.of("product", "sponsor", "auditor")) {
            assertThatThrownBy(() -> voting.link(code, task, other)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> voting.link(
                        code, ballot("NORTHSTAR", "voteMaturity", "service").task(), "manager"))
                .as("a task of another program")
                .isInstanceOf(Refusal.class);
        // a new link ends the one before; a withdrawn one opens nothing
        String next = link(code, "product");
        assertThat(stranger().get("/vote/" + secret).statusCode()).isEqualTo(409);
        long id = pass(code);
        assertThatThrownBy(() -> voting.withdraw(code, id, "service")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> voting.withdraw("ATLAS", id, "manager")).isInstanceOf(Refusal.class);
        voting.withdraw(code, id, "manager");
        assertThat(stranger().form(next, POINTS).statusCode()).isEqualTo(409);
        assertThat(items.find(task).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void aLinkEndsWithItsTimeItsPersonAndItsRound() throws Exception {
        String code = launch();
        String late = link(code, "sales");
        jdbc.sql("update workshop_pass set expires_at = ? where program = ?")
                .params(
                        OffsetDateTime.now(clock)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .minusMinutes(1),
                        code)
                .update();
        assertThat(stranger().form(late, POINTS).body()).contains("time is over");

        String left = link(code, "product");
        team.leave(code, "product", Part.FUNCTION_LEAD, "manager");
        HttpResponse<String> gone = stranger().form(left, POINTS);
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("no longer yours");

        String open = link(code, "service");
        String after = link(code, "sales");
        assertThat(stranger().form(open, POINTS).statusCode()).isEqualTo(200);
        contributions.close(code, "values", "Enough for today", "manager");
        HttpResponse<String> revealed = stranger().form(after, POINTS);
        assertThat(revealed.statusCode()).isEqualTo(409);
        assertThat(revealed.body()).contains("closed");
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("VOTED"))
                .hasSize(1);
    }

    @Test
    void twoPostsAtOnceCountOnce() throws Exception {
        String code = launch();
        String link = link(code, "sales");
        List<String> answers = atOnce(IntStream.range(0, 4)
                .<java.util.concurrent.Callable<String>>mapToObj(
                        i -> () -> String.valueOf(stranger().form(link, POINTS).statusCode()))
                .toList());
        assertThat(answers).containsExactlyInAnyOrder("200", "409", "409", "409");
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("VOTED_BY_LINK"))
                .hasSize(1);
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("VOTED"))
                .hasSize(1);
    }

    @Test
    void guessingIsHeardThirtyTimesAndThenNoMore() throws Exception {
        String code = launch();
        String link = link(code, "sales");
        for (int i = 0; i < 30; i++) {
            assertThat(knock("127.0.0.9", "/vote/guess" + i)).startsWith("HTTP/1.1 404");
        }
        assertThat(knock("127.0.0.9", "/vote/guess")).startsWith("HTTP/1.1 429");
        assertThat(knock("127.0.0.9", link)).startsWith("HTTP/1.1 429");
        // from elsewhere people go on voting
        assertThat(stranger().get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void theRoomVotesByCodesAtADoorThatClosesAgain() throws Exception {
        String code = launch();
        team.join(new Member(code, "partner2", Part.FACILITATOR, null, null), "manager");
        long room = workshops.prepare(code, "HALF", LocalDate.now(clock), null, "partner2", "manager");
        assertThatThrownBy(() -> voting.door(room, "partner2")).isInstanceOf(Refusal.class);
        workshops.go(room, 1, "partner2");
        assertThatThrownBy(() -> voting.door(room, "service")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> voting.codes(room, "service")).isInstanceOf(Refusal.class);

        Visitor guest = stranger();
        guest.signIn("partner2", "Waymark-demo-2026");
        String at = "/workshops/" + room;
        assertThat(guest.get(at).body()).contains("Show the room").doesNotContain("??");
        String screen = guest.form(at + "/door", "_csrf=" + guest.token(at)).body();
        assertThat(screen)
                .contains("<svg class=\"qr\"", "data-until=", "Scan this code")
                .doesNotContain("??");
        assertThat(guest.form(at + "/codes", "_csrf=" + guest.token(at)).body())
                .contains("Samir Sales", "class=\"vote-code\"")
                .doesNotContain("??");

        String door = "/vote/room/" + voting.door(room, "partner2");
        List<VotingByLink.Slip> slips = voting.codes(room, "partner2");
        VotingByLink.Slip slip = slips.stream()
                .filter(one -> one.person().equals("sales"))
                .findFirst()
                .orElseThrow();
        assertThat(slip.code()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(kept(slip.code())).isZero();
        assertThat(stranger().get(door).body())
                .contains("Your personal code")
                .doesNotContain("Samir", "<script", "_csrf", "??");
        HttpResponse<String> wrong = stranger().form(door, "code=AAAAA-AAAAA");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).contains("opens no ballot here");

        String typed = slip.code().toLowerCase(Locale.ROOT).replace("-", "+");
        String ballot = stranger()
                .form(door, "code=" + typed)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String path = ballot.substring(ballot.indexOf("/vote/"));
        assertThat(stranger().get(path).body()).contains("You vote as Samir Sales");
        assertThat(stranger().form(path, POINTS).statusCode()).isEqualTo(200);
        assertThat(stranger().form(path, POINTS).statusCode()).isEqualTo(409);
        assertThat(stranger().form(door, "code=" + typed).statusCode()).isEqualTo(404);
        assertThat(guest.get(at + "/votes").body()).contains(">1 of ");

        // the same letters mean nothing in another program's room
        String other = launch();
        long elsewhere = workshops.prepare(other, "HALF", LocalDate.now(clock), null, "service", "manager");
        workshops.go(elsewhere, 1, "manager");
        String otherDoor = "/vote/room/" + voting.door(elsewhere, "manager");
        String code2 = slips.stream()
                .filter(one -> one.person().equals("product"))
                .findFirst()
                .orElseThrow()
                .code();
        assertThat(stranger().form(otherDoor, "code=" + code2).statusCode()).isEqualTo(404);

        jdbc.sql("update workshop_door set misses = 30 where session = ?")
                .param(room)
                .update();
        assertThat(stranger().form(door, "code=" + code2).statusCode()).isEqualTo(409);
        String again = "/vote/room/" + voting.door(room, "manager");
        assertThat(stranger().form(again, "code=" + code2).statusCode()).isEqualTo(302);
        // typed again and again, a code lives no longer than the day it was made for
        OffsetDateTime made = OffsetDateTime.now(clock)
                .minusHours(12)
                .plusMinutes(5)
                .truncatedTo(ChronoUnit.SECONDS)
                .withOffsetSameInstant(ZoneOffset.UTC);
        jdbc.sql("update workshop_pass set made_at = ? where session = ?")
                .params(made, room)
                .update();
        assertThat(stranger().form(again, "code=" + code2).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select expires_at from workshop_pass where session = ?"
                                + " and person = 'product' and withdrawn_at is null")
                        .param(room)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(made.plusHours(12).toInstant());
        jdbc.sql("update workshop_door set closes_at = ? where session = ?")
                .params(
                        OffsetDateTime.now(clock)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .minusSeconds(1),
                        room)
                .update();
        assertThat(stranger().get(again).statusCode()).isEqualTo(409);
    }

    @Test
    void theMaturityBallotGoesInTheSameWay() throws Exception {
        String code = launch();
        playTo(code, "maturity", "voteMaturity");
        WorkItem mine = ballot(code, "voteMaturity", "product");
        String link = "/vote/" + voting.link(code, mine.task(), "manager");
        String page = stranger().get(link).body();
        assertThat(page)
                .contains("name=\"wish[2]\"", "Hand in my view")
                .doesNotContain("checked", "class=\"held\"", "??");
        String all = form(IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> "votes[DIM-" + i + "]=" + (i == 8 ? "-" : "2"))
                        .toArray(String[]::new))
                + "&" + form("wish[2]=2", "wish[5]=3", "wish[10]=4");
        assertThat(stranger().form(link, all).statusCode()).isEqualTo(200);
        assertThat(items.find(mine.task()).orElseThrow().endedBy()).isEqualTo("product");
        assertThat(jdbc.sql("select ballot from maturity_ballot where program = ? and person = 'product'")
                        .param(code)
                        .query(String.class)
                        .single())
                .contains("DIM-1=2", "DIM-8=-", "10=4");
    }

    private long pass(String code) {
        return jdbc.sql("select max(id) from workshop_pass where program = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private long kept(String secret) {
        return jdbc.sql("select count(*) from workshop_pass where secret_hash = :secret or entry_hash = :secret")
                .param("secret", secret)
                .query(Long.class)
                .single();
    }
}
