package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** Values, use cases, checklist answers and ROI lines come from a file into the form, all of them or none. */
class FillFromFileTests extends House {

    private static final Pattern ROWS = Pattern.compile("name=\"rows\" value=\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");

    @Test
    void nothingIsWrittenUntilEveryRowIsRightThenItIsInTheForm() throws Exception {
        String code = launch();
        playTo(code, "values", "agreeValues");
        String task = open(code, "agreeValues").task();
        String page = "/my-work/" + task + "/file";
        Browsing manager = Browsing.as(port, "manager");
        JsonNode before = draft(task);
        String id = before.path("values").get(0).path("id").asText();

        assertThat(manager.get("/tasks/" + task + "/work").body()).contains("Fill from a file");
        String wrong = manager.file(page, page, csv("id,target,owner\n" + id + ",much,service\nVAL-99,1,service"))
                .body();
        assertThat(wrong).contains("2 things do not fit yet", "much").doesNotContain("Put it into my form");
        assertThat(draft(task)).isEqualTo(before);

        String right = manager.file(page, page, csv("id,target,owner\n" + id + ",\"77,5\",service"))
                .body();
        assertThat(right).contains("2 changes, and all of them fit", "77.5");
        assertThat(draft(task)).isEqualTo(before);
        take(manager, task, right);
        assertThat(draft(task).path("values").get(0).path("target").asText()).isEqualTo("77.5");
        assertThat(open(code, "agreeValues").isOpen()).isTrue();

        // the same page again was looked at before somebody saved: nothing is overwritten
        assertThat(manager.form(page, page + "/take", fields(right)).statusCode())
                .isEqualTo(409);
        assertThat(Browsing.as(port, "service").get(page).statusCode()).isNotEqualTo(200);
    }

    @Test
    void whatIsDownloadedFitsAgainInEveryFormThatTakesAFile() throws Exception {
        String code = launch();
        for (List<String> one : List.of(
                List.of("values", "agreeValues"),
                List.of("roi", "buildBusinessCase"),
                List.of("use-cases", "chooseUseCases"),
                List.of("operating-model", "answerChecklist"))) {
            playTo(code, one.get(0), one.get(1));
            var item = open(code, one.get(1));
            Browsing person = Browsing.as(port, item.assignee());
            String page = "/my-work/" + item.task() + "/file";
            byte[] file = person.bytes(page + ".xlsx");
            assertThat(person.file(page, page, file).body())
                    .as(one.get(1))
                    .contains("Nothing in it differs from your form");
        }
        String task = open(code, "answerChecklist").task();
        String person = String.valueOf(open(code, "answerChecklist").assignee());
        JsonNode answers = Caller.json(Caller.of(port, person).get("/api/tasks/" + task))
                .path("work")
                .path("answers");
        String item = answers.fieldNames().next();
        String page = "/my-work/" + task + "/file";
        Browsing browsing = Browsing.as(port, person);
        String looked = browsing.file(page, page, csv("item;state;evidence\n" + item + ";some teams;Seen in March"))
                .body();
        take(browsing, task, looked);
        assertThat(Caller.json(Caller.of(port, person).get("/api/tasks/" + task))
                        .path("work")
                        .path("answers")
                        .path(item)
                        .path("state")
                        .asText())
                .isEqualTo("SOME_TEAMS");
    }

    private void take(Browsing person, String task, String looked) throws Exception {
        String page = "/my-work/" + task + "/file";
        assertThat(person.form(page, page + "/take", fields(looked)).statusCode())
                .isEqualTo(302);
    }

    private static String fields(String looked) {
        return "rows=" + found(ROWS, looked) + "&version=" + found(VERSION, looked);
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return URLEncoder.encode(HtmlUtils.htmlUnescape(matcher.group(1)), StandardCharsets.UTF_8);
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode draft(String task) throws Exception {
        return Caller.json(Caller.of(port, "manager").get("/api/tasks/" + task)).path("work");
    }
}
