package org.waymark.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;

/**
 * Brings a list back from a file: every line is held against the rules first, and nothing is written until all are
 * right. The order of the lines becomes the order of the list; what the file does not name stays as it is.
 */
@Service
class CatalogueFile {

    private static final int LONGEST = 1_000_000;
    private static final int MOST_ROWS = 1000;

    private final Catalogue catalogue;
    private final CatalogueEditor editor;
    private final CatalogueSheet sheet;

    CatalogueFile(Catalogue catalogue, CatalogueEditor editor, CatalogueSheet sheet) {
        this.catalogue = catalogue;
        this.editor = editor;
        this.sheet = sheet;
    }

    /** What is wrong in one cell. */
    record Problem(int row, String column, Refusal why) {}

    /** What one cell would change; an item that is new says so by having nothing before. */
    record Change(int row, String item, String column, String was, String said) {}

    /** What a file would do; {@code steps} are only taken when there is no problem. */
    record Looked(List<Problem> problems, List<Change> changes, List<Step> steps, List<String> order) {}

    /** One line as the editor takes it; without an item it adds one. */
    record Step(
            String id,
            @Nullable Item item,
            Map<String, String> texts,
            MultiValueMap<String, String> choices,
            @Nullable Boolean on) {}

    Looked look(Kind kind, String text) {
        if (text.length() > LONGEST) {
            throw Refusal.invalid("catalogue.file.large").at("file");
        }
        // browsers and spreadsheets have line ends of their own
        String plain = text.replace("\r\n", "\n");
        List<Csv.Row> rows = Csv.rows(plain.startsWith("\uFEFF") ? plain.substring(1) : plain);
        if (rows.size() < 2 || rows.size() > MOST_ROWS + 1) {
            throw Refusal.invalid("catalogue.file.empty", MOST_ROWS).at("file");
        }
        List<String> header = rows.get(0).cells().stream().map(String::strip).toList();
        List<String> known = sheet.header(kind);
        for (String column : header) {
            if (!known.contains(column)) {
                throw Refusal.invalid("catalogue.file.column", column, String.join(", ", known))
                        .at("file");
            }
        }
        if (!header.contains(CatalogueSheet.ID) || new LinkedHashSet<>(header).size() < header.size()) {
            throw Refusal.invalid("catalogue.file.header", String.join(", ", known))
                    .at("file");
        }
        Looking looking = new Looking(kind, header);
        rows.subList(1, rows.size()).forEach(looking::row);
        return looking.looked();
    }

    @Transactional
    public void take(Kind kind, String text, String seen) {
        if (!sheet.fingerprint(kind).equals(seen)) {
            throw Refusal.conflict("catalogue.file.meanwhile");
        }
        Looked looked = look(kind, text);
        if (!looked.problems().isEmpty()) {
            throw Refusal.invalid("catalogue.file.wrong", looked.problems().size());
        }
        List<String> order = new ArrayList<>();
        for (Step step : looked.steps()) {
            String id = step.id();
            Item item = step.item();
            if (item != null) {
                editor.edit(item, step.texts(), step.choices());
            } else if (id.isEmpty()) {
                id = editor.add(kind, step.texts(), step.choices());
            } else {
                editor.add(kind, id, step.texts(), step.choices());
            }
            order.add(id);
            Boolean on = step.on();
            if (on != null && (item == null ? !on : on != item.enabled())) {
                editor.enable(find(kind, id), on);
            }
        }
        editor.arrange(kind, order);
    }

    private Item find(Kind kind, String id) {
        return catalogue.items().stream()
                .filter(item -> item.kind() == kind && item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** One reading of a file. */
    private final class Looking {

        private final Kind kind;
        private final List<String> header;
        private final Map<String, Item> present;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final Set<String> seen = new LinkedHashSet<>();

        Looking(Kind kind, List<String> header) {
            this.kind = kind;
            this.header = header;
            this.present = catalogue.items().stream()
                    .filter(item -> item.kind() == kind)
                    .collect(Collectors.toMap(Item::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        }

        void row(Csv.Row row) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int at = 0; at < header.size(); at++) {
                cells.put(
                        header.get(at),
                        at < row.cells().size() ? Csv.plain(row.cells().get(at)) : "");
            }
            String id = cells.getOrDefault(CatalogueSheet.ID, "").strip();
            Item item = present.get(id);
            try {
                if (!id.isEmpty() && !seen.add(id)) {
                    throw Refusal.invalid("catalogue.file.twice", id).at(CatalogueSheet.ID);
                }
                if (item == null && !id.isEmpty() && !(kind.growing() && kind.fits(id))) {
                    throw Refusal.invalid("catalogue.file.unknown", id).at(CatalogueSheet.ID);
                }
                steps.add(item == null ? added(row.number(), id, cells) : edited(row.number(), item, cells));
            } catch (Refusal refusal) {
                problems.add(new Problem(row.number(), column(refusal), refusal));
            }
        }

        private Step edited(int row, Item item, Map<String, String> cells) {
            Map<String, String> was = CatalogueSheet.cells(item);
            Map<String, String> texts = new LinkedHashMap<>();
            MultiValueMap<String, String> choices = new LinkedMultiValueMap<>();
            cells.forEach((column, said) -> {
                String before = was.getOrDefault(column, "");
                if (same(column, before, said)) {
                    return;
                }
                put(column, said, before, texts, choices);
                changes.add(new Change(row, item.id() + " " + item.title(), column, before, said.strip()));
            });
            editor.checkEdit(item, texts, choices);
            return new Step(item.id(), item, texts, choices, on(item.kind(), cells));
        }

        private Step added(int row, String id, Map<String, String> cells) {
            Map<String, String> texts = new LinkedHashMap<>();
            MultiValueMap<String, String> choices = new LinkedMultiValueMap<>();
            cells.forEach((column, said) -> put(column, said, "", texts, choices));
            editor.checkNew(kind, texts, choices);
            changes.add(new Change(row, id, kind.title(), "", texts.getOrDefault(kind.title(), "")));
            return new Step(id, null, texts, choices, on(kind, cells));
        }

        private void put(
                String column,
                String said,
                String before,
                Map<String, String> texts,
                MultiValueMap<String, String> choices) {
            if (kind.texts().contains(column)) {
                texts.put(column, said);
            } else if (column.equals(CatalogueSheet.MORE)) {
                Map<String, String> was = CatalogueSheet.more(before);
                CatalogueSheet.more(said).forEach((field, words) -> {
                    if (!words.equals(was.get(field))) {
                        texts.put(field, words);
                    }
                });
            } else {
                kind.fields().stream()
                        .filter(field -> field.name().equals(column))
                        .findFirst()
                        .ifPresent(field -> choices.put(column, field.many() ? codes(said) : List.of(said.strip())));
            }
        }

        private boolean same(String column, String before, String said) {
            boolean link = kind.fields().stream().anyMatch(field -> field.name().equals(column) && field.many());
            return link
                    ? codes(before).equals(codes(said))
                    : before.replace("\r\n", "\n").strip().equals(said.strip());
        }

        private @Nullable Boolean on(Kind of, Map<String, String> cells) {
            String said = cells.getOrDefault(CatalogueSheet.ON, "").strip();
            if (said.isEmpty()) {
                return null;
            }
            if (!said.equals("yes") && !said.equals("no")) {
                throw Refusal.invalid("catalogue.file.on").at(CatalogueSheet.ON);
            }
            if (said.equals("no") && !of.optional()) {
                throw Refusal.invalid("catalogue.file.needed").at(CatalogueSheet.ON);
            }
            return said.equals("yes");
        }

        Looked looked() {
            List<String> order = steps.stream().map(Step::id).toList();
            List<String> now = present.keySet().stream().filter(order::contains).toList();
            List<String> known = order.stream().filter(present::containsKey).toList();
            if (!known.equals(now)) {
                changes.add(new Change(0, "", "", String.join(" ", now), String.join(" ", known)));
            }
            return new Looked(problems, changes, steps, order);
        }

        private static List<String> codes(String cell) {
            return Arrays.stream(cell.strip().split("[\\s,;]+"))
                    .filter(code -> !code.isEmpty())
                    .toList();
        }

        private static String column(Refusal refusal) {
            String field = String.valueOf(refusal.field());
            return field.substring(field.indexOf('.') + 1);
        }
    }
}
