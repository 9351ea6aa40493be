package org.waymark.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a mail to the mail server; where none is set up it lies as a file in the data folder, ready to be opened. */
@Component
class Carrier {

    private final ObjectProvider<JavaMailSender> server;
    private final String from;
    private final Duration patience;
    private final Path folder;

    Carrier(
            ObjectProvider<JavaMailSender> server,
            @Value("${waymark.mail.from:waymark@localhost}") String from,
            @Value("${waymark.mail.patience:PT20S}") Duration patience,
            @Value("${waymark.data}") Path data) {
        this.server = server;
        this.from = from;
        this.patience = patience;
        this.folder = data.resolve("mail");
    }

    boolean hasServer() {
        return server.getIfAvailable() != null;
    }

    void carry(Mail mail) throws MailException {
        JavaMailSender sender = server.getIfAvailable();
        if (sender instanceof JavaMailSenderImpl usual) {
            impatient(usual.getJavaMailProperties());
        }
        try {
            if (sender != null) {
                sender.send(written(mail, sender.createMimeMessage()));
            } else {
                lay(mail, written(mail, new MimeMessage(Session.getInstance(new Properties()))));
            }
        } catch (MessagingException | IOException e) {
            throw new MailSendException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A server that answers slowly or not at all is waited for, but not for ever, unless the house says how long. */
    private void impatient(Properties settings) {
        String millis = Long.toString(patience.toMillis());
        settings.putIfAbsent("mail.smtp.connectiontimeout", millis);
        settings.putIfAbsent("mail.smtp.timeout", millis);
        settings.putIfAbsent("mail.smtp.writetimeout", millis);
    }

    private MimeMessage written(Mail mail, MimeMessage message) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(mail.address());
        helper.setSubject(mail.subject());
        helper.setText(mail.plain(), mail.html());
        helper.setSentDate(java.util.Date.from(mail.made().toInstant()));
        if (mail.calendar() != null) {
            helper.addAttachment(
                    "waymark.ics",
                    new ByteArrayResource(mail.calendar().getBytes(StandardCharsets.UTF_8)),
                    "text/calendar; charset=UTF-8; method="
                            + (mail.calendar().contains("METHOD:CANCEL") ? "CANCEL" : "REQUEST"));
        }
        // machines that answer for absent people keep quiet to machines
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", mail.messageId());
        return message;
    }

    private void lay(Mail mail, MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder);
        try (OutputStream file = Files.newOutputStream(folder.resolve("%06d.eml".formatted(mail.id())))) {
            message.writeTo(file);
        }
    }
}
