package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.notification.Mail;
import org.waymark.notification.MailWish;
import org.waymark.notification.MailWishes;
import org.waymark.notification.Mailman;
import org.waymark.notification.Outbox;
import org.waymark.notification.Superiors;
import org.waymark.process.WorkItem;
import org.waymark.security.Proofs;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** What a considerate colleague would have sent, no more: on a Tuesday at ten and the days after. */
class MailTests extends House {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Mailman mailman;

    @Autowired
    MailWishes wishes;

    @Autowired
    Outbox outbox;

    @Autowired
    Superiors superiors;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Team team;

    @Autowired
    Proofs proofs;

    private LocalDate tuesday;

    @BeforeEach
    void aTuesdayAtTen() {
        tuesday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        at(tuesday, 10, 0);
        mailman.round();
        at(tuesday, 10, 20);
        mailman.round();
        // what the demo's programs had to say has been said
    }

    @AfterEach
    void now() {
        wishes.keep("service", new MailWish(false, Set.of(DayOfWeek.values()), 7, 19, true));
        ClockUtil.reset();
    }

    private static void at(LocalDate day, int hour, int minute) {
        ClockUtil.setCurrentTime(
                Date.from(day.atTime(hour, minute).atZone(BERLIN).toInstant()));
    }

    private List<Mail> about(String person, String code) {
        return outbox.to(person, 50).stream()
                .filter(mail ->
                        mail.plain().contains(code + " ") || mail.plain().contains("Program " + code))
                .toList();
    }

    @Test
    void whoIsAskedHearsItOnceWithReasonDateMinutesAndBothWays() {
        String code = launch();
        mailman.round();
        assertThat(about("service", code)).as("it settles first").isEmpty();
        at(tuesday, 10, 30);
        mailman.round();
        mailman.round();
        List<Mail> mails = about("service", code);
        assertThat(mails).hasSize(1);
        WorkItem task = items.open(code, "weighValues").stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        assertThat(mails.get(0).plain())
                .contains("Hello", "Program " + code, "Due ", "About 10 minutes", "#/?task=" + task.task());
        assertThat(mails.get(0).html()).contains("/my-work/" + task.task());
        assertThat(mails.get(0).state()).isEqualTo("SENT");
        at(tuesday.plusDays(1), 10, 0);
        mailman.round();
        assertThat(about("service", code)).hasSize(1);
    }

    @Test
    void whoIsNamedInACommentHearsItInTheirHoursUnlessItIsTakenBack() throws Exception {
        String code = launch();
        at(tuesday, 10, 30);
        mailman.round();
        Caller sara = Caller.of(port, "service");
        String said = Caller.json(
                        sara.post(
                                "/api/programs/" + code + "/comments",
                                "{\"about\":\"program\",\"words\":\"Please look at the night shift\",\"mentions\":[\"sales\"]}"))
                .path("id")
                .asText();
        String back = Caller.json(sara.post(
                        "/api/programs/" + code + "/comments",
                        "{\"about\":\"program\",\"words\":\"Too hasty\",\"mentions\":[\"product\"]}"))
                .path("id")
                .asText();
        assertThat(sara.send("DELETE", "/api/programs/" + code + "/comments/" + back, "")
                        .statusCode())
                .isEqualTo(204);
        at(tuesday, 20, 0);
        mailman.round();
        assertThat(about("sales", code)).as("not in the evening").hasSize(1);
        at(tuesday.plusDays(1), 10, 0);
        mailman.round();
        mailman.round();
        assertThat(about("sales", code))
                .hasSize(2)
                .anySatisfy(mail -> assertThat(mail.plain())
                        .contains("named you in a comment", "/programs/" + code + "/comments/" + said)
                        .doesNotContain("night shift"));
        assertThat(about("product", code)).noneMatch(mail -> mail.plain().contains("named you"));
    }

    @Test
    void whatIsDoneBeforeTheMailIsWrittenNeedsNone() {
        String code = launch();
        play(story(code), item -> item.taskKey().equals("weighValues") && "service".equals(item.assignee()));
        at(tuesday, 10, 40);
        mailman.round();
        assertThat(about("service", code)).isEmpty();
        assertThat(about("sales", code)).hasSize(1);
    }

    @Test
    void atNightAndOnSundaysNobodyIsWritten() {
        String code = launch();
        at(tuesday, 20, 0);
        mailman.round();
        at(tuesday.plusDays(5), 10, 0);
        mailman.round();
        assertThat(about("product", code)).isEmpty();
        at(tuesday.plusDays(6), 10, 0);
        mailman.round();
        assertThat(about("product", code)).hasSize(1);
    }

    @Test
    void whoeverIsLateHearsItAndTheManagerIsToldWhomToCall() {
        String code = launch();
        at(tuesday, 10, 30);
        mailman.round();
        at(tuesday.plusDays(1), 10, 0);
        fire(code, "weighValuesReminder");
        fire(code, "weighValuesOverdue");
        at(tuesday.plusDays(1), 11, 0);
        mailman.round();
        assertThat(about("service", code)).hasSize(2);
        assertThat(about("manager", code))
                .anySatisfy(mail -> assertThat(mail.plain()).contains("please call", "A call helps more"));
    }

    @Test
    void aTaskPassedOnIsNewForWhoGetsIt() {
        String code = launch();
        at(tuesday, 10, 30);
        mailman.round();
        team.leave(code, "sales", Part.FUNCTION_LEAD, "manager");
        boolean passedOn = items.open(code, "weighValues").stream().noneMatch(item -> "sales".equals(item.assignee()));
        assertThat(passedOn).isTrue();
        at(tuesday, 11, 0);
        mailman.round();
        assertThat(about("sales", code)).hasSize(1);
    }

    @Test
    void afterTheGateEverybodyWhoTookPartHearsWhatWasAgreed() {
        String code = launch();
        playTo(code, "values", "decideGate");
        at(tuesday, 10, 30);
        mailman.round();
        proofs.note("sponsor");
        play(story(code), item -> item.taskKey().equals("decideGate"));
        jobs.settle(code);
        at(tuesday, 11, 0);
        mailman.round();
        assertThat(about("service", code))
                .anySatisfy(mail -> assertThat(mail.plain()).contains("values agreed", "Next comes"));
        assertThat(about("hr", code)).isEmpty();
    }

    @Test
    void everyTaskWithADateIsRemindedOfAndTheManagerHearsWhomToCall() {
        String code = launch();
        proofs.note("sponsor");
        playTo(code, "capabilities", "agreeCapabilities");
        WorkItem task = items.open(code, "agreeCapabilities").get(0);
        jdbc.sql("update work_item set assignee = 'product' where task = :task")
                .param("task", task.task())
                .update();
        LocalDate due = task.due().atZoneSameInstant(BERLIN).toLocalDate();
        at(due.plusDays(14), 10, 0);
        for (int again = 0; again < 2; again++) {
            mailman.plan();
        }
        at(due.plusDays(14), 10, 30);
        mailman.round();
        assertThat(about("product", code)).hasSize(1);
        assertThat(about("manager", code))
                .anySatisfy(mail -> assertThat(mail.plain()).contains(code + " · please call"));
    }

    @Test
    void aSuperiorGetsOneLetterOnlyWhenNamedAndOnlyAfterTheManagerHeardWhomToCall() {
        String code = launch();
        String silent = launch();
        superiors.name(code, "hr", "manager");
        LocalDate due = items.open(code, "weighValues")
                .get(0)
                .due()
                .atZoneSameInstant(BERLIN)
                .toLocalDate();
        LocalDate third = calendar.plusWorkingDays(due, 3, null);
        at(third, 10, 0);
        mailman.plan();
        at(third, 10, 30);
        mailman.round();
        assertThat(about("manager", code))
                .anySatisfy(mail -> assertThat(mail.plain()).contains("please call"));
        assertThat(about("hr", code)).as("the manager calls first").isEmpty();
        LocalDate sixth = calendar.plusWorkingDays(due, 6, null);
        at(sixth, 10, 0);
        mailman.plan();
        mailman.plan();
        at(sixth, 10, 30);
        mailman.round();
        at(calendar.plusWorkingDays(due, 7, null), 10, 0);
        mailman.plan();
        mailman.round();
        assertThat(about("hr", code))
                .singleElement()
                .satisfies(mail -> assertThat(mail.plain().split("” stays undone"))
                        .as("a line for each who has not answered")
                        .hasSize(1 + items.open(code, "weighValues").size()))
                .satisfies(mail -> assertThat(mail.plain())
                        .contains(
                                code + " · “",
                                "” stays undone",
                                "It was due ",
                                "waits for Sara Service",
                                "waits for Samir Sales",
                                "The manager knows; you were named to hear it too.",
                                "/programs/" + code));
        assertThat(about("hr", silent)).as("nobody was named there").isEmpty();
    }

    @Test
    void twoNodesAtOnceWriteOneMail() throws Exception {
        String code = launch();
        at(tuesday, 11, 0);
        Callable<String> round = () -> {
            mailman.round();
            return "done";
        };
        atOnce(List.of(round, round, round));
        mailman.round();
        assertThat(about("service", code)).hasSize(1);
        assertThat(about("service", code).get(0).state()).isEqualTo("SENT");
    }

    @Test
    void whatComesNextIsShownWithItsReason() throws Exception {
        String code = launch();
        assertThat(Browsing.as(port, "manager")
                        .get("/programs/" + code + "/notices")
                        .body())
                .contains("everybody who has not answered", "the manager hears who is missing");
    }

    @Test
    void aDigestComesOnItsDayOnly() {
        wishes.keep("service", new MailWish(true, Set.of(tuesday.plusDays(1).getDayOfWeek()), 7, 19, true));
        String code = launch();
        at(tuesday, 11, 0);
        mailman.round();
        assertThat(about("service", code)).isEmpty();
        at(tuesday.plusDays(1), 8, 0);
        mailman.round();
        assertThat(about("service", code)).hasSize(1);
    }

    @Test
    void aWishThatCanNeverBeKeptIsRefused() {
        assertThatThrownBy(() -> wishes.keep("sales", new MailWish(true, Set.of(DayOfWeek.SUNDAY), 7, 19, true)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> wishes.keep("sales", new MailWish(false, Set.of(), 19, 7, true)))
                .isInstanceOf(Refusal.class);
        assertThat(wishes.of("sales").morning()).isEqualTo(7);
    }
}
