package org.waymark.notification;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.waymark.security.Person;

/** Somebody who is written to: where, how they wish it, and what time it is for them. */
record Reader(Person person, String address, MailWish wish, ZonedDateTime now) {

    /** Does something in the reader's language and zone. */
    void spokenTo(Runnable act) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.forLanguageTag(person.language()));
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone(ZoneId.of(person.zone())));
        try {
            act.run();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
