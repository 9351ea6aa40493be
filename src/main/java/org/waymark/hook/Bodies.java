package org.waymark.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Entry;
import org.waymark.program.Program;
import org.waymark.web.Addresses;

/** Writes what is sent: Waymark's own JSON, an adaptive card for Teams, blocks for Slack. */
@Component
class Bodies {

    private final Sentences sentences;
    private final Addresses addresses;
    private final JsonMapper json = JsonMapper.builder().build();

    Bodies(Sentences sentences, Addresses addresses) {
        this.sentences = sentences;
        this.addresses = addresses;
    }

    /** What an address is sent about a line of the decision record. */
    String of(Hook hook, Happening happening, Entry line, Program program) {
        JsonNode data = read(line.data());
        String stage = happening.atStage() ? line.subject() : "";
        String decision = data.path("decision").asText("");
        String words = sentences.of(happening, program.code(), program.name(), stage, decision, hook.language());
        String link = addresses.of("/programs/" + program.code() + (stage.isEmpty() ? "" : "/gates/" + stage));
        return switch (hook.shape()) {
            case TEAMS -> teams(words, link, hook.language());
            case SLACK -> slack(words, link, hook.language());
            case WAYMARK -> {
                ObjectNode event = event(line.program() + "-" + line.sequence(), happening.type(), words, link);
                event.put("at", line.at().toInstant().toString()).put("sequence", line.sequence());
                event.putObject("program").put("code", program.code()).put("name", program.name());
                ObjectNode told = event.putObject("data");
                if (!stage.isEmpty()) {
                    told.put("stage", stage);
                }
                if (happening == Happening.BENEFIT_CONFIRMED) {
                    told.put("line", line.subject());
                }
                happening.figures().stream().filter(data::has).forEach(figure -> told.set(figure, data.get(figure)));
                yield written(event);
            }
        };
    }

    /** A message without any meaning, to see it arrive. */
    String test(Hook hook) {
        String words = sentences.test(hook.language());
        return switch (hook.shape()) {
            case TEAMS -> teams(words, addresses.of(""), hook.language());
            case SLACK -> slack(words, addresses.of(""), hook.language());
            case WAYMARK -> written(event("test", Delivery.TEST, words, addresses.of("")));
        };
    }

    private ObjectNode event(String id, String type, String words, String link) {
        return json.createObjectNode()
                .put("id", id)
                .put("type", type)
                .put("summary", words)
                .put("link", link);
    }

    private String teams(String words, String link, String language) {
        ObjectNode message = json.createObjectNode().put("type", "message");
        ObjectNode card = message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .putObject("content")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        card.putArray("body")
                .addObject()
                .put("type", "TextBlock")
                .put("text", words.replaceAll("([\\\\*_\\[\\]()#`>])", "\\\\$1"))
                .put("wrap", true);
        card.putArray("actions")
                .addObject()
                .put("type", "Action.OpenUrl")
                .put("title", sentences.look(language))
                .put("url", link);
        return written(message);
    }

    private String slack(String words, String link, String language) {
        ObjectNode message = json.createObjectNode();
        // a program may be called anything: nothing of it is a link or a mention
        String text = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        message.put("text", text);
        var blocks = message.putArray("blocks");
        blocks.addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "plain_text")
                .put("text", words);
        ObjectNode button =
                blocks.addObject().put("type", "actions").putArray("elements").addObject();
        button.put("type", "button")
                .put("url", link)
                .putObject("text")
                .put("type", "plain_text")
                .put("text", sentences.look(language));
        return written(message);
    }

    private JsonNode read(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the decision record is not JSON", e);
        }
    }

    private String written(ObjectNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
