package org.waymark.model.operatingmodel;

import java.util.ArrayList;
import java.util.List;
import org.waymark.catalogue.ChecklistItem;

/** Checklist items as a person reads them: one C after the other, in each first manage, then analyse, then automate. */
record Checklist(String c, List<Row> rows, int answered) {

    /** One statement with the answer in the draft; the verb is said where it changes. */
    record Row(ChecklistItem item, Answer answer, boolean newVerb, boolean firstWave) {}

    static List<Checklist> of(List<ChecklistItem> items, Answers draft, Round round) {
        List<Checklist> groups = new ArrayList<>();
        for (String c : Round.CS) {
            List<Row> rows = new ArrayList<>();
            String verb = "";
            for (ChecklistItem item : items) {
                if (item.c().equals(c)) {
                    rows.add(new Row(item, draft.of(item.id()), !item.verb().equals(verb), round.firstWave(item)));
                    verb = item.verb();
                }
            }
            if (!rows.isEmpty()) {
                groups.add(new Checklist(c, rows, (int)
                        rows.stream().filter(row -> row.answer().said()).count()));
            }
        }
        return groups;
    }
}
