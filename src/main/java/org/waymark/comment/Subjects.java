package org.waymark.comment;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Contributions;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;
import org.waymark.web.TaskNames;
import org.waymark.web.Texts;

/** Knows what can be spoken about in a program, what it is called now, and where it stands. */
@Component
class Subjects {

    /** Tasks that belong to the gate: whoever decides reads what was said about it. */
    private static final List<String> AT_GATE = List.of("submitForDecision", "decideGate", "answerQuestions");

    static final List<String> MEASURES = List.of("alignment", "engagement", "progress", "momentum");
    private static final String BEHIND = " · ";

    private final Stages stages;
    private final ObjectProvider<Chain> chains;
    private final WorkItems items;
    private final Contributions contributions;
    private final Texts texts;

    Subjects(Stages stages, ObjectProvider<Chain> chains, WorkItems items, Contributions contributions, Texts texts) {
        this.stages = stages;
        this.chains = chains;
        this.items = items;
        this.contributions = contributions;
        this.texts = texts;
    }

    /** The thread a task shows: its own, or that of the gate it serves. */
    static About of(WorkItem item) {
        return AT_GATE.contains(item.taskKey()) ? About.gate(item.stage()) : About.task(item.stage(), item.taskKey());
    }

    /** What it is called in the reader's words; empty when the program holds no such thing, or no longer. */
    Optional<String> called(String program, About about) {
        if (about.kind() == About.Kind.MEASURE) {
            return MEASURES.contains(about.stage())
                    ? Optional.of(texts.of("engagement." + about.stage() + ".short"))
                    : Optional.empty();
        }
        if (about.kind() == About.Kind.PROGRAM) {
            return Optional.of(texts.of("comment.about.program"));
        }
        if (!stages.exists(about.stage())) {
            return Optional.empty();
        }
        String stage = texts.of("stage." + about.stage());
        return switch (about.kind()) {
            case GATE -> Optional.of(texts.of("comment.about.gate", stage));
            case TASK -> task(program, about);
            case FIGURE ->
                elements(program, about.stage()).stream()
                        .filter(element -> element.id().equals(about.part()))
                        .map(element -> stage + BEHIND + element.name())
                        .findFirst();
            default -> Optional.of(stage);
        };
    }

    String mustBe(String program, About about) {
        return called(program, about)
                .orElseThrow(() -> Refusal.missing("comment.about").at("about"));
    }

    /** The rows of a stage's agreed record that have a name of their own. */
    List<Element> elements(String program, String stage) {
        return chains.stream()
                .filter(chain -> chain.stage().equals(stage))
                .flatMap(chain -> chain.of(program).stream())
                .toList();
    }

    /** Where the thing itself stands. */
    static String place(String program, About about) {
        String home = "/programs/" + program;
        return switch (about.kind()) {
            case PROGRAM -> home;
            case GATE -> home + "/gates/" + about.stage();
            case MEASURE -> home + "/measures/" + about.stage();
            default -> home + "/stages/" + about.stage();
        };
    }

    /** Whether people are answering or voting unseen just now, so that nobody tells here what they say there. */
    boolean unseen(String program, About about) {
        if (about.kind() == About.Kind.PROGRAM || about.kind() == About.Kind.MEASURE) {
            return false;
        }
        return contributions.open(program, about.stage()) != null
                || items.open(program, "decideGate").stream()
                        .anyMatch(item -> item.stage().equals(about.stage()));
    }

    private Optional<String> task(String program, About about) {
        return items.history(program, about.stage()).stream()
                .filter(item -> item.taskKey().equals(about.part()))
                .map(item -> TaskNames.kind(item.taskKey(), item.name()))
                .findFirst();
    }
}
