package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What leaves the house: a whole mail server, one that is down, and none at all. */
class PostTests {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    private static final Duration PATIENCE = Duration.ofMillis(300);

    @TempDir
    Path data;

    private static Mail mail(@Nullable String calendar) {
        OffsetDateTime made = OffsetDateTime.of(2026, 3, 3, 10, 0, 0, 0, ZoneOffset.UTC);
        return new Mail(
                7,
                "ada",
                "ada@example.com",
                "ATLAS · Grüße",
                "Hello Ada",
                "<p>Hello Ada</p>",
                calendar,
                "<one@waymark>",
                "SENDING",
                0,
                made,
                null,
                made,
                null);
    }

    private Carrier carrier(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new Carrier(beans.getBeanProvider(JavaMailSender.class), "waymark@example.com", PATIENCE, data);
    }

    @Test
    void aMailArrivesWithBothTextsAndItsOwnNumber() throws Exception {
        carrier(SERVER.getSmtp().getPort()).carry(mail(null));
        MimeMessage arrived = SERVER.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("ATLAS · Grüße");
        assertThat(arrived.getMessageID()).isEqualTo("<one@waymark>");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getBody(arrived)).contains("Hello Ada", "<p>Hello Ada</p>", "text/html");
    }

    @Test
    void anInvitationCarriesItsCalendar() throws Exception {
        carrier(SERVER.getSmtp().getPort()).carry(mail("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"));
        assertThat(GreenMailUtil.getBody(SERVER.getReceivedMessages()[0])).contains("text/calendar", "method=REQUEST");
    }

    @Test
    void aServerThatIsDownIsSaidAndNothingElse() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        Carrier carrier = carrier(nobody);
        assertThatThrownBy(() -> carrier.carry(mail(null))).isInstanceOf(MailException.class);
    }

    @Test
    void aServerThatTakesTheCallAndSaysNothingIsNotWaitedForForEver() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Carrier carrier = carrier(silent.getLocalPort());
            assertThatThrownBy(() -> carrier.carry(mail(null))).isInstanceOf(MailException.class);
        }
    }

    @Test
    void withoutAServerTheMailLiesInTheDataFolder() throws Exception {
        new Carrier(
                        new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
                        "waymark@example.com",
                        PATIENCE,
                        data)
                .carry(mail(null));
        try (Stream<Path> files = Files.list(data.resolve("mail"))) {
            assertThat(files.findFirst())
                    .hasValueSatisfying(file ->
                            assertThat(file).content().contains("Message-ID: <one@waymark>", "ada@example.com"));
        }
    }
}
