package org.waymark.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;

/** Public holidays of a country ("DE") or of a part of it ("DE-BY"); read only once somebody asks for that country. */
@Component
class Holidays {

    private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();

    boolean on(LocalDate day, String country) {
        String[] parts = country.toLowerCase(Locale.ROOT).split("-", 2);
        HolidayManager manager = manager(parts[0], country);
        if (parts.length == 1) {
            return manager.isHoliday(day);
        }
        if (!manager.getCalendarHierarchy().getChildren().containsKey(parts[1])) {
            throw Refusal.invalid("calendar.country", country);
        }
        return manager.isHoliday(day, parts[1]);
    }

    private HolidayManager manager(String code, String asked) {
        HolidayManager known = managers.get(code);
        if (known != null) {
            return known;
        }
        if (!code.matches("[a-z]{2}")
                || !HolidayManager.getSupportedCalendarCodes().contains(code.toUpperCase(Locale.ROOT))) {
            throw Refusal.invalid("calendar.country", asked);
        }
        return managers.computeIfAbsent(code, each -> HolidayManager.getInstance(ManagerParameters.create(each)));
    }
}
