package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.process.Visitor;

/** The sponsor's page, a stakeholder's own page and the sheet for their team meeting. */
class PersonPagesTests extends House {

    @Test
    void theSponsorReadsWhatWaitsWhatItCostsWhoIsInAndWhatToSay() throws Exception {
        String page = visitor("sponsor").get("/programs/ATLAS/sponsor").body();
        assertThat(page)
                .contains(
                        "One decision waits for you",
                        "In two years every customer who needs an answer gets one.",
                        "holds 4 gates and 13 later tasks",
                        "functions are in",
                        "net present value over 3 years",
                        "of it in cash",
                        "In sixty seconds",
                        "3 gates are behind us, of 7",
                        "In five minutes",
                        "/maturity/perception")
                .doesNotContain("??");
        // what only the sponsor may see first is not shown to the manager who prepares the page
        assertThat(visitor("manager").get("/programs/ATLAS/sponsor").body())
                .contains("In sixty seconds")
                .doesNotContain("/maturity/perception");
        assertThat(visitor("service").get("/programs/ATLAS/sponsor").statusCode())
                .isEqualTo(403);
        assertThat(visitor("auditor").get("/programs/ATLAS/sponsor").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNewProgramHasNoMoneyAndSaysSo() throws Exception {
        String code = launch();
        assertThat(visitor("sponsor").get("/programs/" + code + "/sponsor").body())
                .contains("No decision waits for you", "Counted once the business case is built", "Say in one meeting")
                .doesNotContain("A week costs")
                .doesNotContain("??");
    }

    @Test
    void aStakeholderReadsWhatIsTheirsDoneAndToCome() throws Exception {
        String code = launch();
        Visitor sara = visitor("service");
        assertThat(sara.get("/programs/" + code + "/me").body())
                .contains("One task waits for you", "The maturity ballot", "about 10 minutes, from about ")
                .contains("0 of 0", "Words explained")
                .doesNotContain("??");
        items.open(code).stream()
                .filter(item -> "service".equals(item.assignee()))
                .forEach(item -> hands.handIn(item, story(code)));
        assertThat(sara.get("/programs/" + code + "/me").body())
                .contains("Nothing for you until about ", "What you handed in (1)");

        String done = sara.get("/programs/MERIDIAN/me").body();
        assertThat(done)
                .contains("For you alone", "Your points", "What it means for ", "shows its first result")
                .doesNotContain("??");
        assertThat(visitor("product").get("/programs/MERIDIAN/me").body()).contains("a year</li>");
        assertThat(visitor("auditor").get("/programs/MERIDIAN/me").statusCode()).isEqualTo(403);
        assertThat(visitor("hr").get("/programs/" + code + "/me").statusCode()).isEqualTo(404);
    }

    @Test
    void theSheetFitsATeamMeetingAndWordsAreExplainedInPlace() throws Exception {
        String sheet = visitor("service").get("/programs/NORTHSTAR/me/sheet").body();
        assertThat(sheet)
                .contains("What we agreed is worth doing", "What comes next", "Questions go to Mona Manager")
                .contains("popovertarget=\"word-sheet-", ">front office</button>", "Everybody a customer can meet")
                .doesNotContain("Your points")
                .doesNotContain("??");
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }
}
