package org.waymark.security;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Reads a list of people from a CSV file and says line by line what would be added, without storing anything. */
@Component
class PeopleFile {
    static final int LINES_AT_MOST = 200;
    private static final List<String> COLUMNS = List.of("id", "name", "email", "role", "language", "zone");

    /** One line of the file: either somebody to add or what is wrong with it. */
    record Line(
            int number,
            NewPerson typed,
            @Nullable Person person,
            @Nullable String error) {}

    private final Accounts accounts;
    private final PersonRules rules;
    private final Texts texts;

    PeopleFile(Accounts accounts, PersonRules rules, Texts texts) {
        this.accounts = accounts;
        this.rules = rules;
        this.texts = texts;
    }

    List<Line> read(String csv) {
        var rows = Csv.rows(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        if (rows.isEmpty()) {
            throw Refusal.invalid("security.import.empty").at("csv");
        }
        if (rows.size() > LINES_AT_MOST + 1) {
            throw Refusal.invalid("security.import.long", LINES_AT_MOST).at("csv");
        }
        var header = rows.get(0).cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!header.contains("id") || !header.contains("name") || !COLUMNS.containsAll(header)) {
            throw Refusal.invalid("security.import.header", String.join(", ", COLUMNS))
                    .at("csv");
        }
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        for (var row : rows.subList(1, rows.size())) {
            lines.add(line(row, header, seen));
        }
        if (lines.isEmpty()) {
            throw Refusal.invalid("security.import.empty").at("csv");
        }
        return lines;
    }

    private Line line(Csv.Row row, List<String> header, HashSet<String> seen) {
        var typed = new NewPerson(
                cell(row, header, "id"),
                cell(row, header, "name"),
                cell(row, header, "email"),
                cell(row, header, "role"),
                cell(row, header, "language"),
                cell(row, header, "zone"));
        try {
            if (row.cells().size() > header.size()) {
                throw Refusal.invalid("security.import.cells", row.cells().size(), header.size());
            }
            var person = rules.read(typed);
            if (!seen.add(person.id())) {
                throw Refusal.conflict("security.import.twice", person.id());
            }
            if (accounts.find(person.id()).isPresent()) {
                throw Refusal.conflict("security.person.exists", person.id());
            }
            return new Line(row.number(), typed, person, null);
        } catch (Refusal refusal) {
            return new Line(row.number(), typed, null, texts.of(refusal.key(), refusal.args()));
        }
    }

    private static @Nullable String cell(Csv.Row row, List<String> header, String column) {
        int at = header.indexOf(column);
        return at < 0 || at >= row.cells().size() ? null : row.cells().get(at);
    }
}
