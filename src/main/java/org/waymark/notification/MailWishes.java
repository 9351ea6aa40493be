package org.waymark.notification;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** Keeps how each person wishes to be written to. */
@Service
public class MailWishes {

    private final JdbcClient jdbc;

    MailWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public MailWish of(String person) {
        return jdbc.sql("select rhythm, weekdays, morning, evening, decisions from mail_wish where person = :person")
                .param("person", person)
                .query((row, at) -> new MailWish(
                        row.getString("rhythm").equals("DIGEST"),
                        weekdays(row.getString("weekdays")),
                        row.getInt("morning"),
                        row.getInt("evening"),
                        row.getBoolean("decisions")))
                .optional()
                .orElse(MailWish.USUAL);
    }

    @Transactional
    public void keep(String person, MailWish wish) {
        if (wish.morning() < 0 || wish.evening() > 24 || wish.evening() - wish.morning() < 1) {
            throw Refusal.invalid("notification.wish.hours").at("morning");
        }
        if (wish.digest() && wish.weekdays().stream().noneMatch(MailWish.WORKING::contains)) {
            throw Refusal.invalid("notification.wish.weekdays").at("weekdays");
        }
        if (written("""
                update mail_wish set rhythm = :rhythm, weekdays = :weekdays, morning = :morning, evening = :evening,
                    decisions = :decisions
                where person = :person
                """, person, wish) == 0) {
            written("""
                    insert into mail_wish (person, rhythm, weekdays, morning, evening, decisions)
                    values (:person, :rhythm, :weekdays, :morning, :evening, :decisions)
                    """, person, wish);
        }
    }

    private int written(String sql, String person, MailWish wish) {
        return jdbc.sql(sql)
                .param("person", person)
                .param("rhythm", wish.digest() ? "DIGEST" : "AT_ONCE")
                .param(
                        "weekdays",
                        wish.weekdays().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(",")))
                .param("morning", wish.morning())
                .param("evening", wish.evening())
                .param("decisions", wish.decisions())
                .update();
    }

    private static Set<DayOfWeek> weekdays(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
