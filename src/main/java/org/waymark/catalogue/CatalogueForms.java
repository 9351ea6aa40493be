package org.waymark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The forms an administrator fills in: every text, every choice and every link of an item. */
@Component
class CatalogueForms {

    private final Catalogue catalogue;
    private final Texts texts;

    CatalogueForms(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    record Form(
            List<Words> words,
            List<Question> questions,
            @Nullable String refused,
            @Nullable String field) {}

    record Words(String field, String label, String text, boolean lengthy) {}

    record Question(String name, String label, boolean many, List<Option> options) {
        /** Without an option for "none" one has to be chosen. */
        public boolean demanding() {
            return options.stream().noneMatch(option -> option.code().isEmpty());
        }
    }

    record Option(String code, String label, boolean chosen) {}

    Form blank(Kind kind) {
        return new Form(words(kind.texts(), field -> ""), questions(kind, field -> List.of()), null, null);
    }

    Form of(Item item) {
        return new Form(words(item), questions(item.kind(), item::list), null, null);
    }

    /** The form as it was sent, with what stands against it. */
    Form refused(Form form, Kind kind, Sent sent, Refusal refusal) {
        Map<String, String> typed = sent.texts();
        List<Words> words = form.words().stream()
                .map(word -> new Words(
                        word.field(), word.label(), typed.getOrDefault(word.field(), word.text()), word.lengthy()))
                .toList();
        List<Question> questions = questions(kind, field -> sent.choices().getOrDefault(field, List.of()));
        return new Form(words, questions, texts.of(refusal), refusal.field());
    }

    List<Words> words(Item item) {
        List<String> fields = new ArrayList<>(item.kind().texts());
        item.texts().keySet().stream()
                .filter(field -> field.contains("."))
                .sorted()
                .forEach(fields::add);
        return words(fields, item::text);
    }

    private List<Words> words(List<String> fields, Function<String, String> text) {
        return fields.stream()
                .map(field -> new Words(field, label(field), text.apply(field), lengthy(field)))
                .toList();
    }

    private String label(String field) {
        if (field.startsWith("levels.")) {
            return texts.of("catalogue.level", field.substring(7));
        }
        return field.startsWith("inputs.")
                ? texts.of("catalogue.input", field.substring(7))
                : texts.of("catalogue.field." + field);
    }

    private static boolean lengthy(String field) {
        return !field.equals("name") && !field.equals("unit") && !field.startsWith("inputs.");
    }

    private List<Question> questions(Kind kind, Function<String, List<String>> chosen) {
        return kind.fields().stream()
                .map(field -> new Question(
                        field.name(),
                        texts.of("catalogue.field." + field.name()),
                        field.many(),
                        options(field, chosen.apply(field.name()))))
                .toList();
    }

    private List<Option> options(Field field, List<String> chosen) {
        Kind target = field.kind();
        if (target != null) {
            return catalogue.items().stream()
                    .filter(item -> item.kind() == target)
                    .map(item -> new Option(item.id(), item.title(), chosen.contains(item.id())))
                    .toList();
        }
        return field.choices().stream()
                .map(code -> new Option(
                        code,
                        texts.of("catalogue.code." + (code.isEmpty() ? "none" : code)),
                        code.isEmpty() ? chosen.isEmpty() : chosen.contains(code)))
                .toList();
    }
}
