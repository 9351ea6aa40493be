package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** What a customer said comes as a file: kept with its fingerprint, linked to by its value, read by the team alone. */
class ValueFileTests extends House {

    private static final byte[] LETTER = "%PDF-1.7 I wrote three times".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aFileIsEvidenceForAValueAndOpensFromTheAgreedRecord() throws Exception {
        String code = launch();
        playTo(code, "values", "agreeValues");
        WorkItem task = open(code, "agreeValues");
        String path = "/programs/" + code + "/values/files";
        Browsing manager = Browsing.as(port, "manager");
        assertThat(manager.get("/tasks/" + task.task() + "/work").body()).contains("data-upload=\"" + path + "\"");
        HttpResponse<String> kept = manager.file("/my-work", path, LETTER, "letter.pdf");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String link = kept.body().replaceAll(".*\"link\":\"([^\"]+)\".*", "$1");

        hands.type(task, story(code));
        Work.Sheet sheet = work.open(task.task(), "manager");
        ObjectNode draft = sheet.work().deepCopy();
        ObjectNode said = (ObjectNode) draft.at("/values/0/evidence/0");
        for (String elsewhere : new String[] {"/programs/OTHER/values/files/1", "javascript:alert(1)", "/etc/passwd"}) {
            said.put("link", elsewhere);
            assertThatThrownBy(() -> work.save(task.task(), "manager", draft, sheet.version()))
                    .as(elsewhere)
                    .isInstanceOf(Refusal.class);
        }
        said.put("link", link);
        work.save(task.task(), "manager", draft, sheet.version());
        work.complete(task.task(), "manager");

        assertThat(manager.get("/programs/" + code + "/stages/values").body())
                .contains("<a href=\"" + link + "\" rel=\"noopener\">the file</a>");
        assertThat(manager.bytes(link)).isEqualTo(LETTER);
        assertThat(ledger.of(code)).anyMatch(entry -> entry.kind().equals("FILE_ADDED"));
        Browsing stranger = Browsing.as(port, "research");
        assertThat(stranger.get(link).statusCode()).isEqualTo(404);
        assertThat(stranger.file("/my-work", path, LETTER, "mine.pdf").statusCode())
                .isEqualTo(404);
        assertThat(manager.file("/my-work", path, "MZ".getBytes(StandardCharsets.US_ASCII), "letter.pdf")
                        .statusCode())
                .as("a program dressed up as a letter")
                .isEqualTo(422);
    }
}
