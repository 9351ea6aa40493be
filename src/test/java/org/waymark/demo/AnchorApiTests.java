package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Anchors;

/** The proof of the decision record over the API tells of a line cut off the end of a chain, by whoever owns the database. */
class AnchorApiTests extends House {

    @Autowired
    Anchors anchors;

    @Test
    void aLineCutOffTheEndTogetherWithItsHeadMakesTheVerificationFail() throws Exception {
        String code = launch();
        jdbc.sql("delete from ledger_anchor_head").update();
        jdbc.sql("delete from ledger_anchor").update();
        anchors.anchor();
        JsonNode before = verification(code);
        assertThat(before.path("whole").asBoolean()).isTrue();
        assertThat(before.path("anchors").path("anchors").asInt()).isEqualTo(1);
        long last = before.path("entries").asLong();

        jdbc.sql("create table cut_off as select * from ledger_entry where program = :code and sequence = :last")
                .param("code", code)
                .param("last", last)
                .update();
        jdbc.sql("delete from ledger_entry where program = :code and sequence = :last")
                .param("code", code)
                .param("last", last)
                .update();
        head(code);
        try {
            assertThat(ledger.verify(code).whole()).as("the chain alone").isTrue();
            JsonNode after = verification(code);
            assertThat(after.path("whole").asBoolean()).isFalse();
            assertThat(after.path("programs").get(0).path("brokenAt").asLong()).isEqualTo(last);
            assertThat(after.path("anchors")
                            .path("missed")
                            .get(0)
                            .path("sequence")
                            .asLong())
                    .isEqualTo(last);
            String page = Browsing.as(port, "auditor")
                    .get("/ledger/verification?program=" + code)
                    .body();
            assertThat(page).contains("Line " + last + " of " + code + " is missing or not as it was written");
        } finally {
            jdbc.sql("insert into ledger_entry select * from cut_off").update();
            jdbc.sql("drop table cut_off").update();
            head(code);
        }
        assertThat(verification(code).path("whole").asBoolean()).isTrue();
    }

    /** The head as somebody would set it who wants nobody to see. */
    private void head(String code) {
        jdbc.sql("""
                        update ledger_head set
                            sequence = (select max(e.sequence) from ledger_entry e where e.program = :code),
                            hash = (select e.hash from ledger_entry e where e.program = :code and e.sequence =
                                (select max(f.sequence) from ledger_entry f where f.program = :code))
                        where program = :code
                        """).param("code", code).update();
    }

    private JsonNode verification(String code) throws Exception {
        return Caller.json(Caller.of(port, "auditor").get("/api/ledger/verification?program=" + code));
    }
}
