package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.waymark.process.Visitor;

/** What a sponsor reads before deciding: the same on the page and on paper, and only for who may look. */
class GatePackTests extends House {

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }

    @Test
    void thePackSaysWhatIsDecidedOnOnThePageAndAsPdf() throws Exception {
        String code = launch();
        playTo(code, "values", "agreeValues");
        Visitor manager = visitor("manager");
        assertThat(manager.get("/programs/" + code).body())
                .as("live while the stage is worked on")
                .contains("for its gate", "% ready", "can supply it");
        playTo(code, "values", "decideGate");
        String path = "/programs/" + code + "/gates/values/pack";
        String page = visitor("sponsor").get(path).body();
        assertThat(page)
                .contains("Answer everyone.", "Recommended:", "Every value has an owner", "This is the first review")
                .contains("Nobody has voted yet", "Still promised", "The agreed record", "decide by");
        byte[] pdf = Caller.of(port, "sponsor").bytes("/api" + path + ".pdf");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Answer everyone.", "Recommended:", "Every value has an owner", "Still promised");
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
        }
        assertThat(visitor("hr").get(path).statusCode()).isEqualTo(404);
        assertThat(visitor("hr").get(path + ".pdf").statusCode()).isEqualTo(404);
        hands.handIn(open(code, "decideGate"), story(code));
        assertThat(manager.get(path).body()).contains("How the panel voted", "Simone Sponsor");
    }
}
