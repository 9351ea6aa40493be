package org.waymark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.waymark.web.Csv;
import org.waymark.web.Sha256;

/** One list of the catalogue as a file for a spreadsheet: a line an item in its order, every text, choice and link. */
@Component
class CatalogueSheet {

    static final String ID = "id";
    static final String ON = "on";
    /** Texts only some items of a kind have, such as the names of a formula's figures, one a line. */
    static final String MORE = "more";

    private final Catalogue catalogue;

    CatalogueSheet(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String write(Kind kind) {
        List<Item> items = items(kind);
        List<String> header = header(kind);
        StringBuilder file = new StringBuilder("\uFEFF").append(Csv.line(header));
        for (Item item : items) {
            Map<String, String> cells = cells(item);
            file.append(Csv.line(header.stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .toList()));
        }
        return file.toString();
    }

    /** Tells whether anybody changed the list since a file was looked at. */
    String fingerprint(Kind kind) {
        return Sha256.hex(write(kind));
    }

    List<String> header(Kind kind) {
        List<String> header = new ArrayList<>(List.of(ID, ON));
        header.addAll(kind.texts());
        if (items(kind).stream().anyMatch(item -> !dotted(item).isEmpty())) {
            header.add(MORE);
        }
        kind.fields().forEach(field -> header.add(field.name()));
        return header;
    }

    /** What an item says, by column. */
    static Map<String, String> cells(Item item) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(ID, item.id());
        cells.put(ON, item.enabled() ? "yes" : "no");
        item.kind().texts().forEach(field -> cells.put(field, item.text(field)));
        StringBuilder more = new StringBuilder();
        for (String field : dotted(item)) {
            more.append(more.isEmpty() ? "" : "\n")
                    .append(field)
                    .append('=')
                    .append(item.text(field).replace("\\", "\\\\").replace("\n", "\\n"));
        }
        cells.put(MORE, more.toString());
        item.kind().fields().forEach(field -> cells.put(field.name(), String.join(" ", item.list(field.name()))));
        return cells;
    }

    /** The texts packed into one cell. */
    static Map<String, String> more(String cell) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : cell.split("\r?\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                texts.put(line.substring(0, equals).strip(), unpacked(line.substring(equals + 1)));
            } else if (!line.isBlank()) {
                texts.put(line.strip(), "");
            }
        }
        return texts;
    }

    private static String unpacked(String text) {
        StringBuilder said = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here == '\\' && at + 1 < text.length()) {
                at++;
                said.append(text.charAt(at) == 'n' ? '\n' : text.charAt(at));
            } else {
                said.append(here);
            }
        }
        return said.toString();
    }

    private static TreeSet<String> dotted(Item item) {
        TreeSet<String> fields = new TreeSet<>();
        item.texts().keySet().stream().filter(field -> field.contains(".")).forEach(fields::add);
        return fields;
    }

    private List<Item> items(Kind kind) {
        return catalogue.items().stream().filter(item -> item.kind() == kind).toList();
    }
}
