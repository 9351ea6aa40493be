package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.evidence.EvidenceFile;
import org.waymark.evidence.EvidenceFiles;
import org.waymark.process.WorkItem;
import org.waymark.program.Launch;
import org.waymark.web.Sha256;

/** A program taken along in the middle of a review: what is sealed stays, what is open counts, files are the same. */
class MovedGateTests extends House {

    private static final String ROUTES = "/api/gates/routes";
    private static final String WHY = "The vote is on its way.";
    private static final String SECRET = "The figures hold, whatever they say.";

    @Autowired
    EvidenceFiles files;

    @AfterEach
    void asShipped() {
        jdbc.sql("delete from gate_route where reason = ?").param(WHY).update();
    }

    private Moving moving() {
        return new Moving(Caller.of(port, "manager"));
    }

    /** The sponsor and the finance partner are asked, and finance has voted. */
    private String votedByOne(boolean open) throws Exception {
        String panel = "{\"stage\":\"values\",\"investmentBand\":\"OVER_10M\",\"quorum\":2,\"votesOpen\":" + open
                + ",\"reason\":\"" + WHY + "\",\"panel\":[{\"source\":\"SPONSOR\"},{\"source\":\"FINANCE\"}]}";
        assertThat(Caller.of(port, "admin").post(ROUTES, panel).statusCode()).isEqualTo(201);
        String code = launch(
                List.of(
                        new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                        new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD")),
                "OVER_10M");
        playTo(code, "values", "decideGate");
        hands.handIn(
                of(code, "finance"),
                story(code).decides("values", decision("GO").put("reason", SECRET)));
        return code;
    }

    private WorkItem of(String code, String person) {
        return items.open(code, "decideGate").stream()
                .filter(item -> person.equals(item.assignee()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode review(String code, int number, String reader) throws Exception {
        return Caller.json(Caller.of(port, reader).get("/api/programs/" + code + "/gates/values/sittings/" + number));
    }

    private int votes(String code) {
        return jdbc.sql("select count(*) from gate_vote v join gate_sitting s on s.id = v.sitting where s.program = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSealedVoteStaysAndEverybodyIsAskedAgain() throws Exception {
        String code = votedByOne(false);
        hands.type(of(code, "sponsor"), story(code).decides("values", decision("KILL")));
        byte[] file = moving().file(code);
        Map<String, byte[]> parts = Moving.unzip(file);
        assertThat(parts).doesNotContainKeys("tables/gate_vote.json", "tables/work_draft.json");
        parts.forEach((name, part) ->
                assertThat(new String(part, StandardCharsets.UTF_8)).as(name).doesNotContain(SECRET));
        JsonNode looked = moving().brought(file, 201);
        assertThat(looked.path("notes").get(0).asText()).contains("review");

        String copy =
                moving().taken(looked, code + "X", Map.of(), 201).path("code").asText();
        jobs.settle(copy);
        assertThat(votes(copy)).isZero();
        assertThat(review(copy, 1, "sponsor").path("state").asText()).isEqualTo("RETRACTED");
        assertThat(items.open(copy))
                .extracting(WorkItem::taskKey, WorkItem::assignee)
                .containsExactly(tuple("submitForDecision", "manager"));
        playTo(copy, "values", "decideGate");
        assertThat(items.open(copy, "decideGate"))
                .extracting(WorkItem::assignee)
                .containsExactlyInAnyOrder("sponsor", "finance");
        hands.handIn(of(copy, "finance"), story(copy));
        assertThat(review(copy, 2, "sponsor").path("votes")).as("still sealed").isEmpty();
        hands.handIn(of(copy, "sponsor"), story(copy));
        jobs.settle(copy);
        assertThat(state(copy, "values")).isEqualTo("PASSED");
        assertThat(votes(copy)).isEqualTo(2);
        assertThat(ledger.verify(copy).whole()).isTrue();

        // where it came from, the same vote is still sealed, and counts
        assertThat(review(code, 1, "sponsor").path("votes")).isEmpty();
        hands.handIn(of(code, "sponsor"), story(code));
        jobs.settle(code);
        assertThat(state(code, "values")).isEqualTo("PASSED");
        assertThat(review(code, 1, "sponsor").path("votes")).hasSize(2);
    }

    @Test
    void aVoteThatEverybodyMayReadGoesAlongAndCountsForWhoeverCastIt() throws Exception {
        String code = votedByOne(true);
        String copy = moving().moved(code, Map.of("finance", "legal"));
        assertThat(items.open(copy)).extracting(WorkItem::assignee).containsExactly("sponsor");
        assertThat(review(copy, 1, "sponsor").path("votes").findValuesAsText("person"))
                .containsExactly("legal");
        assertThat(review(copy, 1, "sponsor").toString()).contains(SECRET);
        hands.handIn(of(copy, "sponsor"), story(copy));
        jobs.settle(copy);
        assertThat(state(copy, "values")).isEqualTo("PASSED");
        assertThat(votes(copy)).isEqualTo(2);
        assertThat(jdbc.sql("select decided_by from gate_sitting where program = ?")
                        .param(copy)
                        .query(String.class)
                        .single())
                .contains("legal")
                .doesNotContain("finance");
        assertThat(votes(code)).as("where it came from nothing happened").isEqualTo(1);
        assertThat(state(code, "values")).isEqualTo("AT_GATE");
    }

    @Test
    void filesBesideAReviewArriveByteByByte() throws Exception {
        String code = launch();
        playTo(code, "values", "submitForDecision");
        String criterion = jdbc.sql("""
                        select min(f.criterion) from gate_finding f join gate_sitting s on s.id = f.sitting
                        where s.program = ?
                        """).param(code).query(String.class).single();
        byte[] minutes = pdf(700_000);
        byte[] figures = pdf(256 * 1024);
        bring(code, "minutes.pdf", minutes, "");
        bring(code, "minutes.pdf", pdf(10), "");
        bring(code, "figures.pdf", figures, "?criterion=" + criterion);
        playTo(code, "values", "decideGate");

        String copy = moving().moved(code, Map.of());
        List<EvidenceFile> there = files.at(place(code));
        List<EvidenceFile> here = files.at(place(copy));
        assertThat(here)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "place")
                .isEqualTo(there);
        assertThat(here).hasSize(3).noneMatch(one -> there.stream().anyMatch(other -> other.id() == one.id()));
        for (int at = 0; at < here.size(); at++) {
            byte[] bytes = bytes(copy, here.get(at));
            assertThat(bytes).isEqualTo(bytes(code, there.get(at)));
            assertThat(Sha256.hex(bytes)).isEqualTo(here.get(at).sha256());
        }
        assertThat(here).extracting(EvidenceFile::sha256).contains(Sha256.hex(minutes), Sha256.hex(figures));
        assertThat(frozen(copy)).isEqualTo(frozen(code));
        assertThat(frozen(copy)).anyMatch(row -> row.contains("figures.pdf") && row.endsWith(criterion));
        jdbc.sql("select sha256, content from gate_evidence where kind = 'FROZEN' and sitting in "
                        + "(select id from gate_sitting where program = ?)")
                .param(copy)
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(one -> assertThat(Sha256.hex(one.get(1))).isEqualTo(one.get(0)));

        // the review goes on with what lies beside it
        hands.handIn(open(copy, "decideGate"), story(copy));
        jobs.settle(copy);
        assertThat(state(copy, "values")).isEqualTo("PASSED");
        assertThat(bytes(copy, here.get(0))).isEqualTo(figures);
    }

    private static byte[] pdf(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + length);
        System.arraycopy(content, 0, whole, head.length, length);
        return whole;
    }

    private void bring(String code, String name, byte[] content, String more) throws Exception {
        var answer = Caller.of(port, "service")
                .file("/api/programs/" + code + "/gates/values/sittings/1/files" + more, name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private byte[] bytes(String code, EvidenceFile file) throws Exception {
        return Caller.of(port, "service")
                .bytes("/api/programs/" + code + "/gates/values/sittings/1/files/" + file.id());
    }

    private String place(String code) {
        return "sitting/"
                + jdbc.sql("select id from gate_sitting where program = ?")
                        .param(code)
                        .query(Long.class)
                        .single();
    }

    /** What the review was called with, but for the numbers of its files. */
    private List<String> frozen(String code) {
        return jdbc.sql("""
                        select e.name, e.kind, e.sha256, e.added_by, e.criterion from gate_evidence e
                        join gate_sitting s on s.id = e.sitting where s.program = ? order by e.id
                        """)
                .param(code)
                .query((row, number) -> String.join(
                        " ", row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }
}
