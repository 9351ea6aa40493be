package org.waymark.route;

import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.waymark.security.People;
import org.waymark.security.Right;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** What was changed about gates, for administrators and auditors. */
@Controller
class SettingChangesPages {

    private static final int MOST = 500;

    private final SettingChanges changes;
    private final People people;
    private final Texts texts;
    private final RouteWords routes;

    SettingChangesPages(SettingChanges changes, People people, Texts texts, RouteWords routes) {
        this.changes = changes;
        this.people = people;
        this.texts = texts;
        this.routes = routes;
    }

    /** A change in words. */
    record Row(String on, String who, String what, String field, String was, String said) {}

    @GetMapping("/gates/changes")
    String page(Principal reader, Model model) {
        ZoneId zone = ZoneId.of(people.get(reader.getName()).zone());
        model.addAttribute(
                "changes", read(reader).stream().map(one -> row(one, zone)).toList());
        model.addAttribute("may", people.get(reader.getName()).role().may(Right.KEEP_GATE_RULES));
        return "route/changes";
    }

    @GetMapping("/api/gates/changes")
    @ResponseBody
    List<SettingChanges.Change> api(Principal reader) {
        return read(reader);
    }

    private List<SettingChanges.Change> read(Principal reader) {
        if (!people.get(reader.getName()).role().may(Right.READ_RULE_CHANGES)) {
            throw Refusal.forbidden("gate.changes.readers");
        }
        return changes.latest(MOST);
    }

    private Row row(SettingChanges.Change one, ZoneId zone) {
        return new Row(
                Dates.here().dateTime(one.changedAt().atZoneSameInstant(zone)),
                people.nameOf(one.person()),
                switch (one.kind()) {
                    case CRITERION -> texts.or("gate.criterion." + one.subject(), one.subject());
                    case REASON, LABEL ->
                        texts.of("gate.changes." + one.kind(), texts.of("gate.option." + one.subject()));
                    case SCORE -> one.subject();
                    case HOOK -> texts.of("gate.changes.HOOK", one.subject());
                    case ROUTE -> texts.of("gate.changes.ROUTE", routes.where(one.subject()));
                },
                texts.of("gate.changes.field." + one.field()),
                shown(one.field(), one.was()),
                shown(one.field(), one.said()));
    }

    /** Codes in words; free text and figures as they are. */
    private String shown(String field, @Nullable String value) {
        if (value == null) {
            return "–";
        }
        return switch (field) {
            case "comparison" -> texts.or("gate.settings.comparison." + value, value);
            case "kind" -> texts.or("gate.kind." + value, value);
            case "fromDepth" -> texts.or("gate.depth." + value, value);
            case "evidence" -> texts.or("gate.need." + value, value);
            case "panel" -> routes.who(value);
            case "votesOpen" -> texts.or("gate.route.votes." + value, value);
            case "inSequence" -> texts.or("gate.route.sequence." + value, value);
            case "state" -> texts.or("gate.changes.state." + value, value);
            case "secret" -> texts.or("gate.changes.secret." + value, value);
            case "active" -> texts.or("gate.changes." + value, value);
            default -> value;
        };
    }
}
