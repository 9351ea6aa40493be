package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.waymark.notification.Mail;
import org.waymark.notification.Mailman;
import org.waymark.notification.Outbox;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.workshop.BallotMails;
import org.waymark.workshop.Rescheduling;
import org.waymark.workshop.Workshops;

/** Working sessions in people's calendars, the reminder before them, and a vote that is asked for by mail. */
class SessionCalendarTests extends House {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Mailman mailman;

    @Autowired
    Outbox outbox;

    @Autowired
    Workshops workshops;

    @Autowired
    Rescheduling rescheduling;

    @Autowired
    BallotMails ballots;

    @Autowired
    Team team;

    @Value("${waymark.data}")
    Path data;

    private LocalDate tuesday;

    @BeforeEach
    void aTuesdayAtTen() {
        tuesday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        at(tuesday, 10, 0);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
        // what was reminded of here takes no nudge from anybody elsewhere in this house
        jdbc.sql("update mail set nudge = false where plain like '%working session%'")
                .update();
    }

    private static void at(LocalDate day, int hour, int minute) {
        ClockUtil.setCurrentTime(
                Date.from(day.atTime(hour, minute).atZone(BERLIN).toInstant()));
    }

    private List<String> entries(String person, long session) {
        return outbox.to(person, 10_000).stream()
                .map(Mail::calendar)
                .filter(calendar -> calendar != null && calendar.contains("UID:workshop-" + session + "@waymark"))
                .toList();
    }

    private List<Mail> reminders(String person, String code) {
        return outbox.to(person, 100).stream()
                .filter(mail -> mail.plain().contains(code + " ·")
                        && mail.plain().contains("If something waits for you before"))
                .toList();
    }

    @Test
    void aSessionStandsInEverybodysCalendarMovesInItAndLeavesItAgain() throws Exception {
        String code = launch();
        LocalDate day = tuesday.plusDays(8);
        long id = workshops.prepare(code, "HALF", day, LocalTime.of(9, 0), "service", "manager");
        mailman.plan();
        mailman.plan();
        for (String person : team.of(code)) {
            assertThat(entries(person, id)).as(person).hasSize(1);
        }
        assertThat(entries("hr", id)).isEmpty();
        assertThat(outbox.to("sales", 100).stream()
                        .map(Mail::plain)
                        .filter(plain -> plain.contains(code + " · working session"))
                        .findFirst()
                        .orElseThrow())
                .contains(code + " · working session, Half a day", "/workshops/" + id + "/invitation", "Sara Service");

        // whoever leads it moves it, nobody else does; the same day at another hour is a move too
        assertThatThrownBy(() -> rescheduling.move(id, day.plusDays(1), null, "sales"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> rescheduling.move(id, tuesday.minusDays(1), null, "service"))
                .isInstanceOf(Refusal.class);
        Visitor sara = signedIn("service");
        String room = "/workshops/" + id;
        assertThat(sara.get(room).body())
                .contains("value=\"09:00\"", "Call it off")
                .doesNotContain("??");
        sara.form(room + "/move", "day=" + day + "&at=13:30&_csrf=" + sara.token(room));
        mailman.plan();
        mailman.plan();
        assertThat(entries("sales", id)).hasSize(2);
        String feed = feed("sales");
        assertThat(feed).contains("UID:workshop-" + id + "@waymark", "SUMMARY:" + code + " · working session");
        sara.form(room + "/call-off", "_csrf=" + sara.token(room));
        assertThatThrownBy(() -> workshops.go(id, 0, "service")).isInstanceOf(Refusal.class);
        mailman.plan();
        mailman.plan();
        assertThat(entries("sales", id))
                .satisfiesExactly(
                        off -> assertThat(off).contains("METHOD:CANCEL", "SEQUENCE:2"),
                        moved -> assertThat(moved).contains("METHOD:REQUEST", "SEQUENCE:1"),
                        first -> assertThat(first).contains("METHOD:REQUEST", "SEQUENCE:0", "TRANSP:OPAQUE"));
        assertThat(feed("sales")).doesNotContain("UID:workshop-" + id + "@waymark");
        assertThat(sara.get("/programs/" + code + "/workshops").body())
                .contains("called off")
                .doesNotContain("??");
        assertThat(ledger.of(code))
                .extracting(entry -> entry.kind())
                .contains("WORKSHOP_PREPARED", "WORKSHOP_MOVED", "WORKSHOP_CALLED_OFF");
    }

    private String feed(String person) throws Exception {
        Visitor visitor = signedIn(person);
        visitor.form("/account/calendar", "_csrf=" + visitor.token("/account/mail"));
        String page = visitor.get("/account/mail").body();
        Matcher address =
                Pattern.compile("https?://[^\\s\"<]+/calendar/[\\w-]+\\.ics").matcher(page);
        assertThat(address.find()).isTrue();
        return new Visitor(port).get(URI.create(address.group()).getPath()).body();
    }

    @Test
    void whoWasInvitedIsRemindedOnceTheWorkingDayBeforeAndNotOfTheOldDay() throws Exception {
        String code = launch();
        LocalDate monday = tuesday.plusDays(6);
        long id = workshops.prepare(code, "HALF", monday, LocalTime.of(9, 0), "service", "manager");
        mailman.plan();
        assertThat(signedIn("manager").get("/programs/" + code + "/notices").body())
                .contains("The working day before the session")
                .doesNotContain("??");
        LocalDate friday = monday.minusDays(3);
        at(friday, 7, 30);
        mailman.plan();
        mailman.round();
        assertThat(reminders("sales", code)).isEmpty();
        at(friday, 8, 30);
        mailman.plan();
        mailman.plan();
        at(friday, 9, 0);
        mailman.round();
        mailman.round();
        assertThat(reminders("sales", code)).hasSize(1);
        assertThat(reminders("sales", code).get(0).plain())
                .contains("working session, Half a day on", "/workshops/" + id + "/invitation");
        // a new day is reminded of anew, and what nobody has read of the old one is forgotten
        rescheduling.move(id, monday.plusDays(1), LocalTime.of(9, 0), "manager");
        at(friday, 9, 30);
        mailman.plan();
        at(monday, 9, 0);
        mailman.plan();
        rescheduling.callOff(id, "manager");
        at(monday, 9, 30);
        mailman.round();
        assertThat(reminders("sales", code)).hasSize(1);
    }

    @Test
    void aVoteIsAskedForByMailOnceWithALinkThatIsInThatMailboxAlone() throws Exception {
        String code = launch();
        WorkItem ballot = items.open(code, "weighValues").stream()
                .filter(item -> "sales".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        String page = "/programs/" + code + "/voting";
        assertThatThrownBy(() -> ballots.ask(code, ballot.task(), "service")).isInstanceOf(Refusal.class);
        Visitor manager = signedIn("manager");
        assertThat(manager.get(page).body())
                .contains("Mail a link to Samir Sales")
                .doesNotContain("??");
        at(tuesday, 22, 0);
        manager.form(page + "/mail", "task=" + ballot.task() + "&_csrf=" + manager.token(page));
        assertThat(manager.get(page).body()).contains("asked by mail").doesNotContain("Mail a link to Samir Sales");
        // a second click gets the same answer and asks nobody twice
        HttpResponse<String> again =
                manager.form(page + "/mail", "task=" + ballot.task() + "&_csrf=" + manager.token(page));
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(notices(code, "BALLOT")).isEqualTo(1);
        mailman.round();
        assertThat(asking(code)).as("not at night").isEmpty();

        // the link is as old as the mail: its twelve hours begin in the reader's morning
        LocalDate wednesday = tuesday.plusDays(1);
        at(wednesday, 8, 0);
        mailman.round();
        Mail mail = asking(code).get(0);
        assertThat(asking(code)).hasSize(1);
        assertThat(mail.plain())
                .contains("Mona Manager asks for your vote", "20:00", "please do not pass it on")
                .doesNotContain("#/?task=" + ballot.task());
        assertThat(jdbc.sql("select expires_at from workshop_pass where program = ?")
                        .param(code)
                        .query(OffsetDateTime.class)
                        .single()
                        .atZoneSameInstant(BERLIN)
                        .toLocalDateTime())
                .isEqualTo(wednesday.atTime(20, 0));
        // what was sent opens the ballot; what is kept of it does not
        Matcher link = Pattern.compile("/vote/[\\w-]{40,}").matcher(arrived(mail));
        assertThat(link.find()).isTrue();
        assertThat(new Visitor(port).get(link.group()).body()).contains("You vote as", "Samir Sales");
        assertThat(mail.state()).isEqualTo("SENT");
        assertThat(mail.plain() + mail.html()).contains("/vote/").doesNotContainPattern("/vote/[\\w-]");
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("BALLOT_LINK_MADE"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.person()).isEqualTo("manager"));
        at(wednesday.plusDays(1), 8, 0);
        mailman.round();
        assertThat(asking(code)).hasSize(1);
    }

    /** The mail as a mail program shows it: there is no server in this house, so it lies in a folder. */
    private String arrived(Mail mail) throws Exception {
        try (InputStream file = Files.newInputStream(data.resolve("mail").resolve("%06d.eml".formatted(mail.id())))) {
            return text(new MimeMessage(Session.getInstance(new Properties()), file));
        }
    }

    private static String text(Part part) throws Exception {
        if (!(part.getContent() instanceof Multipart parts)) {
            return part.isMimeType("text/*") ? String.valueOf(part.getContent()) : "";
        }
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < parts.getCount(); at++) {
            all.append(text(parts.getBodyPart(at)));
        }
        return all.toString();
    }

    private Visitor signedIn(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }

    private List<Mail> asking(String code) {
        return outbox.to("sales", 100).stream()
                .filter(mail ->
                        mail.plain().contains("Program " + code) && mail.plain().contains("asks for your vote"))
                .toList();
    }
}
