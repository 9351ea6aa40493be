package org.waymark.portfolio;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Refusal;

/** What somebody asks of the board, as SQL: whose programs, which of them, in which order, which page. */
record BoardQuery(String where, String order, Map<String, Object> params) {

    static final List<String> STATES = List.of("RUNNING", "AT_GATE", "COMPLETED", "STOPPED");

    /** Every order is one index's; what is not known comes last. */
    private static final Map<String, String> SORTS = sorts();

    static List<String> sortNames() {
        return List.copyOf(SORTS.keySet());
    }

    private static Map<String, String> sorts() {
        Map<String, String> sorts = new LinkedHashMap<>();
        sorts.put("state", "r.place, r.launched_at desc, r.program");
        sorts.put("code", "r.program");
        sorts.put("name", "r.name, r.program");
        sorts.put("launched", "r.launched_at desc, r.program");
        sorts.put("gate", "r.gate_order, r.program");
        sorts.put("npv", "r.money_order, r.program");
        return sorts;
    }

    static BoardQuery of(Board.Filter filter, String sort, @Nullable String onlyOf, LocalDate today) {
        String order = SORTS.get(sort);
        if (order == null) {
            throw Refusal.bad("portfolio.sort", String.join(", ", SORTS.keySet()))
                    .at("sort");
        }
        StringBuilder sql = new StringBuilder(" where 1 = 1");
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("today", today);
        if (onlyOf != null) {
            sql.append(" and r.program in (select m.program from team_member m where m.person = :me)");
            params.put("me", onlyOf);
        }
        contains(sql, params, "r.words", "q", filter.q());
        contains(sql, params, "lower(r.sponsor_name || ' ' || r.sponsor)", "sponsor", filter.sponsor());
        contains(sql, params, "lower(r.manager_name || ' ' || r.manager)", "manager", filter.manager());
        state(sql, params, filter.state());
        if (given(filter.stage())) {
            sql.append(" and r.stage = :stage");
            params.put("stage", String.valueOf(filter.stage()));
        }
        if (given(filter.function())) {
            sql.append(" and r.program in (select f.program from team_member f where f.function_id = :function)");
            params.put("function", String.valueOf(filter.function()));
        }
        if (filter.late()) {
            sql.append(" and r.late_after < :today");
        }
        return new BoardQuery(sql.toString(), " order by " + order, params);
    }

    private static void state(StringBuilder sql, Map<String, Object> params, @Nullable String state) {
        if (!given(state)) {
            return;
        }
        int place = STATES.indexOf(state);
        if (place < 0) {
            throw Refusal.bad("portfolio.state", String.join(", ", STATES)).at("state");
        }
        if ("AT_GATE".equals(state)) {
            sql.append(" and r.place = 0");
        } else {
            sql.append(" and r.state = :state");
            params.put("state", String.valueOf(state));
        }
    }

    private static void contains(
            StringBuilder sql, Map<String, Object> params, String text, String name, @Nullable String sought) {
        if (sought != null && !sought.isBlank()) {
            sql.append(" and position(:")
                    .append(name)
                    .append(" in ")
                    .append(text)
                    .append(") > 0");
            params.put(name, sought.strip().toLowerCase(Locale.ROOT));
        }
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
