package org.waymark.model.usecases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.UseCase;
import org.waymark.process.WorkItem;
import org.waymark.program.EarlyAnswers;
import org.waymark.program.SealedQuestions;
import org.waymark.stage.Sketching;
import org.waymark.web.Texts;

/**
 * Whether a team would go along with each use case its function usually asks for or does, asked before any is chosen;
 * their own task begins with those that are chosen. Under which condition, or why not, is asked there.
 */
@Component
class EarlySignatures extends SealedQuestions {

    private final Signing signing;
    private final Catalogue catalogue;
    private final Texts texts;

    EarlySignatures(EarlyAnswers given, Signing signing, Catalogue catalogue, Texts texts) {
        super(given, "use-cases", "agreeUseCases");
        this.signing = signing;
        this.catalogue = catalogue;
        this.texts = texts;
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

    /** Of what was chosen; what they could not judge is asked as if it were new. */
    @Override
    protected void onto(WorkItem task, ObjectNode draft, Map<String, @Nullable Integer> early) {
        Sketching.each(draft.path("agreements"), early, (signed, said) -> {
            String answer = Answer.values()[said].name();
            // the condition or the reason of another answer was not given for this one
            if (!signed.path("answer").asText().equals(answer)) {
                signed.put("answer", answer);
                signed.remove("reason");
            }
        });
    }

    private static boolean takesPart(UseCase useCase, String person, Leads leads) {
        return useCase.functions().stream()
                .anyMatch(
                        function -> leads.apply(function).filter(person::equals).isPresent());
    }
}
