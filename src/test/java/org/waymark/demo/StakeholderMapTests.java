package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.program.Launch;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** The stakeholder map: off until the manager begins it, and by no way shown to anybody it is about. */
class StakeholderMapTests extends House {

    private static final String SECRET = "Fears for her night shift";
    private static final String PROMISED = "A pilot in her own team";

    @Autowired
    Team team;

    @Test
    void itIsOffUntilTheManagerBeginsItAndSeenByThoseWhoRunTheProgramAlone() throws Exception {
        String code = launch(List.of(
                new Launch.Seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                new Launch.Seat("product", "FN-PRD", "LEADERSHIP", "FUNCTION_LEAD"),
                new Launch.Seat("sales", "FN-SAL", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                new Launch.Seat("research", null, null, "FACILITATOR"),
                new Launch.Seat("product", null, null, "FACILITATOR")));
        String page = "/programs/" + code + "/stakeholder-map";
        Browsing manager = Browsing.as(port, "manager");
        Browsing sponsor = Browsing.as(port, "sponsor");

        // off: a page for the manager to begin it, nothing for anybody else, and nothing can be noted
        assertThat(manager.get(page).body()).contains("No stakeholder map is kept", "Begin a stakeholder map");
        assertThat(sponsor.get(page).statusCode()).isEqualTo(404);
        assertThat(note(manager, code, "service", "HIGH", "OPPOSED", SECRET)).isEqualTo(404);
        assertThat(begin(sponsor, code, true)).isEqualTo(404);
        assertThat(begin(Browsing.as(port, "service"), code, true)).isEqualTo(404);

        assertThat(begin(manager, code, true)).isEqualTo(302);
        assertThat(note(manager, code, "service", "HIGH", "OPPOSED", SECRET)).isEqualTo(302);
        assertThat(manager.get(page).body())
                .contains("0 of ", "and one with much influence is not yet", SECRET, PROMISED)
                .contains("Customer service", "nothing noted yet")
                .doesNotContain("??");
        assertThat(sponsor.get(page).body()).contains(SECRET).doesNotContain("Put the map away");
        assertThat(Browsing.as(port, "research").get(page).body()).contains(SECRET);
        assertThat(note(sponsor, code, "sales", "LOW", "CHAMPION", "")).isEqualTo(302);
        assertThat(manager.get(page).body()).contains("1 of ");
        assertThat(manager.get("/programs/" + code).body()).contains("/stakeholder-map");
        assertThat(ledger.of(code)).anyMatch(one -> one.kind().equals("STAKEHOLDER_MAP_ON"));

        // whoever runs the program is not on it, and nobody from outside can be put there
        assertThat(note(manager, code, "sponsor", "HIGH", "WILLING", "")).isEqualTo(404);
        assertThat(note(manager, code, "hr", "HIGH", "WILLING", "")).isEqualTo(404);
        assertThat(note(manager, code, "sales", "HUGE", "WILLING", "")).isEqualTo(422);
        assertThat(note(manager, code, "sales", "HIGH", "", "")).isEqualTo(422);
        assertThat(note(manager, code, "sales", "HIGH", "WILLING", "x".repeat(10_000)))
                .isEqualTo(400);
        assertThat(note(manager, code, "sales", "HIGH", "WILLING", "<script>alert(1)</script>"))
                .isEqualTo(302);
        assertThat(manager.get(page).body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");

        nobodyElseFindsIt(code, page);

        // whoever leaves takes along what was noted of them
        team.leave(code, "sales", Part.FUNCTION_LEAD, "manager");
        team.join(new Member(code, "sales", Part.FUNCTION_LEAD, "FN-SAL", null), "manager");
        assertThat(manager.get(page).body()).doesNotContain("script&gt;alert");

        // off again: gone for the sponsor, kept for the manager who begins anew; erased is erased
        assertThat(begin(manager, code, false)).isEqualTo(302);
        assertThat(sponsor.get(page).statusCode()).isEqualTo(404);
        assertThat(manager.get(page).body()).doesNotContain(SECRET);
        begin(manager, code, true);
        assertThat(manager.get(page).body()).contains(SECRET);
        assertThat(sponsor.form("/programs/" + code + "/sponsor", page + "/erase", "x=1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(manager.form("/account", page + "/erase", "x=1").statusCode())
                .isEqualTo(302);
        begin(manager, code, true);
        assertThat(manager.get(page).body()).doesNotContain(SECRET);
        assertThat(jdbc.sql("select count(*) from engagement_stance where program = :code")
                        .param("code", code)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void nobodyElseFindsIt(String code, String page) throws Exception {
        // a stakeholder, one who leads sessions as well, an auditor, an administrator, somebody of another program
        for (String person : List.of("service", "sales", "product", "finance", "auditor", "admin", "hr")) {
            Browsing other = Browsing.as(port, person);
            assertThat(other.get(page).statusCode()).as(person).isEqualTo(404);
            assertThat(other.get(page).body()).as(person).doesNotContain(SECRET, PROMISED);
            assertThat(note(other, code, "service", "LOW", "CHAMPION", ""))
                    .as(person)
                    .isEqualTo(404);
            assertThat(begin(other, code, false)).as(person).isEqualTo(404);
            assertThat(other.form("/account", page + "/erase", "x=1").statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(Browsing.nobody(port).get(page).statusCode()).isEqualTo(302);
        String home = "/programs/" + code;
        for (String person : List.of("service", "auditor", "manager", "sponsor")) {
            Browsing reader = Browsing.as(port, person);
            for (String where : List.of(
                    home,
                    home + "/me",
                    home + "/me/sheet",
                    home + "/sponsor",
                    home + "/concerns",
                    home + "/comments",
                    home + "/comments.csv",
                    home + "/notices",
                    home + "/stages/values",
                    home + "/gates/values",
                    home + "/gates/values/pack",
                    home + "/measures/engagement",
                    "/ledger?program=" + code,
                    "/my-work",
                    "/")) {
                String body = reader.get(where).body();
                assertThat(body).as(person + " " + where).doesNotContain(SECRET, PROMISED);
                if (person.equals("service") || person.equals("auditor")) {
                    assertThat(body).as(person + " " + where).doesNotContain("/stakeholder-map");
                }
            }
            Caller caller = Caller.of(port, person);
            for (String where : List.of(
                    "/api/programs/" + code,
                    "/api/programs/" + code + "/team",
                    "/api/programs/" + code + "/comments",
                    "/api/programs/" + code + "/models/values",
                    "/api/programs/" + code + "/gates/values",
                    "/api/ledger?program=" + code,
                    "/api/portfolio?size=200",
                    "/api/tasks?program=" + code)) {
                assertThat(caller.get(where).body()).as(person + " " + where).doesNotContain(SECRET, PROMISED);
            }
            assertThat(caller.get("/api" + page).statusCode()).isEqualTo(404);
        }
        try (ZipInputStream book = new ZipInputStream(
                new ByteArrayInputStream(Browsing.as(port, "manager").bytes(home + "/blueprint.xlsx")))) {
            int sheets = 0;
            while (book.getNextEntry() != null) {
                assertThat(new String(book.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain(SECRET, PROMISED);
                sheets++;
            }
            assertThat(sheets).isPositive();
        }
        for (String kept : List.of("select data from ledger_entry", "select plain from mail")) {
            assertThat(jdbc.sql(kept).query(String.class).list())
                    .as(kept)
                    .noneMatch(text -> text.contains(SECRET) || text.contains(PROMISED));
        }
        assertThat(Caller.of(port, "manager").get("/api/openapi.json").body()).doesNotContain("stakeholder-map");
    }

    private int begin(Browsing who, String code, boolean on) throws Exception {
        return who.form("/account", "/programs/" + code + "/stakeholder-map/switch", "on=" + on)
                .statusCode();
    }

    private int note(Browsing who, String code, String person, String influence, String standing, String worry)
            throws Exception {
        return who.form(
                        "/account",
                        "/programs/" + code + "/stakeholder-map/people/" + person,
                        "influence=" + influence + "&standing=" + standing + "&worry="
                                + URLEncoder.encode(worry, StandardCharsets.UTF_8)
                                + "&promise=" + URLEncoder.encode(PROMISED, StandardCharsets.UTF_8)
                                + "&touched=" + LocalDate.now(clock).minusDays(3))
                .statusCode();
    }
}
