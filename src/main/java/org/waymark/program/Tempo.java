package org.waymark.program;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.DecisionTables;

/** How fast a stage goes: working days to contribute, agree and decide, from the tables of {@code processes/}. */
@Component
class Tempo {

    private final DecisionTables tables;
    private final WorkingCalendar calendar;

    Tempo(DecisionTables tables, WorkingCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    /** The dates of one stage once it opens. */
    record Dates(LocalDate contributeBy, LocalDate agreeBy, LocalDate gate, int remindDays, int escalateDays) {}

    String depth(String investmentBand, int functionsTouched, String risk) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("investmentBand", investmentBand);
        inputs.put("functionsTouched", functionsTouched);
        inputs.put("risk", risk);
        return String.valueOf(tables.evaluate("program-depth", inputs).get("depth"));
    }

    Dates dates(String stage, String depth, String investmentBand, LocalDate opens) {
        Map<String, Object> tempo = tables.evaluate("stage-tempo", Map.of("stage", stage, "depth", depth));
        Map<String, Object> route =
                tables.evaluate("gate-route", Map.of("stage", stage, "depth", depth, "investmentBand", investmentBand));
        LocalDate contribute = calendar.plusWorkingDays(opens, days(tempo, "contributeDays"), null);
        LocalDate agree = calendar.plusWorkingDays(contribute, days(tempo, "agreeDays"), null);
        LocalDate gate = calendar.plusWorkingDays(agree, days(route, "days"), null);
        return new Dates(contribute, agree, gate, days(tempo, "remindDays"), days(tempo, "escalateDays"));
    }

    private static int days(Map<String, Object> answer, String name) {
        Object days = answer.get(name);
        if (!(days instanceof Number number)) {
            throw new IllegalStateException(name + " is not a number of days");
        }
        return number.intValue();
    }
}
