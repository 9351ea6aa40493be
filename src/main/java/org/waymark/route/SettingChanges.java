package org.waymark.route;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what gates ask for and who outside hears of them: a log that is only ever added to. */
@Repository
public class SettingChanges {

    private static final int LONGEST = 4000;

    private final JdbcClient db;
    private final Clock clock;

    SettingChanges(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What kind of thing was changed. */
    public enum Kind {
        CRITERION,
        SCORE,
        REASON,
        LABEL,
        ROUTE,
        HOOK
    }

    /** One field of one thing, before and after; a thing that is new or taken out has only one side. */
    public record Change(
            OffsetDateTime changedAt,
            String person,
            Kind kind,
            String subject,
            String field,
            @Nullable String was,
            @Nullable String said) {}

    /** Keeps a change; what says the same as before is none. */
    public void keep(
            String person, Kind kind, String subject, String field, @Nullable Object was, @Nullable Object said) {
        String before = text(was);
        String after = text(said);
        if (!Objects.equals(before, after)) {
            db.sql("""
                            insert into gate_setting_change (changed_at, person, kind, subject, field, was, said)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(OffsetDateTime.now(clock))
                    .param(person)
                    .param(kind.name())
                    .param(subject)
                    .param(field)
                    .param(before)
                    .param(after)
                    .update();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof java.math.BigDecimal number
                ? (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The newest first. */
    List<Change> latest(int most) {
        return db.sql("""
                        select changed_at, person, kind, subject, field, was, said from gate_setting_change
                        order by id desc fetch first ? rows only
                        """).param(most).query(Change.class).list();
    }
}
