package org.waymark.portfolio;

import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.waymark.stage.Stages;
import org.waymark.web.TaskNames;
import org.waymark.web.Texts;

/** Gives whatever bears a name in a drawing its name in the reader's language; what runs keeps the names it was drawn with. */
@Component
class DrawnNames {

    private static final Pattern TASK = Pattern.compile("(<bpmn:userTask id=\"(\\w+)\" name=\")([^\"]*)");
    private static final Pattern STAGE = Pattern.compile("(<bpmn:callActivity id=\"(\\w+Stage)\" name=\")([^\"]*)");
    private static final Pattern GATE = Pattern.compile("(<bpmn:callActivity id=\"(\\w+Gate)\" name=\")([^\"]*)");
    /** Whatever else bears a name: events, gateways, what runs by itself, and the ways out of a decision. */
    static final Pattern OTHER = Pattern.compile(
            "(<bpmn:(?:(?:start|end|boundary|intermediateCatch)Event|\\w+Gateway|serviceTask|subProcess|sequenceFlow)"
                    + " id=\"(\\w+)\" name=\")([^\"]*)");

    private final Texts texts;
    private final Stages stages;

    DrawnNames(Texts texts, Stages stages) {
        this.texts = texts;
        this.stages = stages;
    }

    /** The same drawing with the reader's words on it. */
    String in(String drawing, Locale reader) {
        if (reader.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return drawing;
        }
        String tasks = named(drawing, TASK, TaskNames::of);
        String others = named(tasks, OTHER, (id, name) -> texts.or(key(name), name));
        String boxes = named(others, STAGE, (id, name) -> stage(id, "Stage", name));
        return named(boxes, GATE, (id, name) -> {
            String stage = stage(id, "Gate", "");
            return stage.isEmpty() ? name : texts.of("engagement.wait.gate.name", stage);
        });
    }

    /** The bundles know these by their English words: the same words stand in many drawings. */
    static String key(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return (Character.isLowerCase(name.charAt(0)) ? "portfolio.drawn.flow." : "portfolio.drawn.") + words;
    }

    private String stage(String element, String tail, String otherwise) {
        String id = element.substring(0, element.length() - tail.length())
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        return stages.exists(id) ? texts.of("stage." + id) : otherwise;
    }

    private static String named(String drawing, Pattern box, BinaryOperator<String> name) {
        return box.matcher(drawing)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                        + HtmlUtils.htmlEscape(
                                name.apply(found.group(2), HtmlUtils.htmlUnescape(found.group(3))), "UTF-8")));
    }
}
