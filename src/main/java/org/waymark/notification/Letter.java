package org.waymark.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one mail says: a subject, a greeting, and its paragraphs by heading. */
public record Letter(String subject, String greeting, List<Part> parts, String closing, String wishes) {

    public record Part(String heading, List<Line> lines) {}

    /** One thing: its title, what there is to say, where to go on a computer and on a phone. */
    public record Line(
            String title,
            List<String> words,
            @Nullable String link,
            @Nullable String linkText,
            @Nullable String phone) {}

    /** The same words for mail programs that show no formatting. */
    public String plain() {
        StringBuilder text = new StringBuilder(greeting).append("\n");
        for (Part part : parts) {
            text.append("\n").append(part.heading()).append("\n");
            for (Line line : part.lines()) {
                text.append("\n  * ").append(line.title()).append("\n");
                line.words().forEach(words -> text.append("    ").append(words).append("\n"));
                if (line.link() != null) {
                    text.append("    ").append(line.link()).append("\n");
                }
            }
        }
        return text.append("\n")
                .append(closing)
                .append("\n")
                .append(wishes)
                .append("\n")
                .toString();
    }
}
