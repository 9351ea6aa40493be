package org.waymark.model.usecases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.UseCase;
import org.waymark.process.HeadStart;
import org.waymark.process.WorkItem;
import org.waymark.program.EarlyAnswers;
import org.waymark.stage.EarlyQuestions;
import org.waymark.web.Texts;

/**
 * Whether a team would go along with each use case its function usually asks for or does, asked before any is chosen;
 * their own task begins with those that are chosen. Under which condition, or why not, is asked there.
 */
@Component
class EarlySignatures implements EarlyQuestions, HeadStart {

    private static final String STAGE = "use-cases";

    private final EarlyAnswers given;
    private final Signing signing;
    private final Catalogue catalogue;
    private final Texts texts;

    EarlySignatures(EarlyAnswers given, Signing signing, Catalogue catalogue, Texts texts) {
        this.given = given;
        this.signing = signing;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return STAGE;
    }

    @Override
    public List<Question> all(String program, String person) {
        Leads leads = signing.leads(program);
        List<Choice> choices = Stream.of(Answer.values())
                .map(one -> new Choice(one.ordinal(), texts.of("usecases.answer." + one), ""))
                .toList();
        return catalogue.useCases().stream()
                .filter(one -> takesPart(one, person, leads))
                .map(one -> new Question(
                        one.id(), texts.of("usecases.early.question", one.name(), one.sentence()), choices, true))
                .toList();
    }

    @Override
    public List<String> asked(String program) {
        Leads leads = signing.leads(program);
        Set<String> asked = new LinkedHashSet<>();
        catalogue.useCases().stream()
                .flatMap(one -> one.functions().stream())
                .forEach(function -> leads.apply(function).ifPresent(asked::add));
        return List.copyOf(asked);
    }

    @Override
    public Set<String> answered(String program) {
        return given.given(program, STAGE);
    }

    @Override
    public Map<String, @Nullable Integer> answers(String program, String person) {
        return given.of(program, STAGE, person);
    }

    @Override
    public void keep(String program, String person, Map<String, @Nullable Integer> answers) {
        given.keep(program, STAGE, person, answers);
    }

    @Override
    public boolean knows(String taskKey) {
        return taskKey.equals("agreeUseCases");
    }

    /** What this person said early of what was chosen; what they could not judge is asked as if it were new. */
    @Override
    public @Nullable JsonNode of(WorkItem task, JsonNode begun) {
        Map<String, @Nullable Integer> early =
                given.of(task.program(), STAGE, Objects.requireNonNullElse(task.assignee(), ""));
        if (early.isEmpty()) {
            return null;
        }
        for (JsonNode item : begun.path("agreements")) {
            Integer answer = early.get(item.path("id").asText());
            if (answer != null && item instanceof ObjectNode signed) {
                signed.put("answer", Answer.values()[answer].name());
            }
        }
        return begun;
    }

    private static boolean takesPart(UseCase useCase, String person, Leads leads) {
        return useCase.functions().stream()
                .anyMatch(
                        function -> leads.apply(function).filter(person::equals).isPresent());
    }
}
