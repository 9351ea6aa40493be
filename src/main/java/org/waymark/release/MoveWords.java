package org.waymark.release;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.carry.Carried;
import org.waymark.process.carry.DrawingChange;
import org.waymark.web.Dates;
import org.waymark.web.TaskNames;
import org.waymark.web.Texts;

/** Says in words what a release changed and what a move does. */
@Component
class MoveWords {

    private final Texts texts;

    MoveWords(Texts texts) {
        this.texts = texts;
    }

    String newest() {
        return texts.of("release.why.newest");
    }

    String busy() {
        return texts.of("release.why.busy");
    }

    String obstacles(List<Carried.Obstacle> obstacles) {
        return obstacles.stream().map(this::obstacle).distinct().collect(Collectors.joining(" "));
    }

    private String obstacle(Carried.Obstacle one) {
        String step = TaskNames.kind(one.element(), one.name());
        return switch (one.why()) {
            case NOWHERE -> texts.of("release.why.NOWHERE", step);
            case OTHER_KIND -> texts.of("release.why.OTHER_KIND", step);
            case OTHER_PLACE -> texts.of("release.why.OTHER_PLACE", step);
            case MANY -> texts.of("release.why.MANY", step);
            case GATEWAY -> texts.of("release.why.GATEWAY", step);
            case NOT_THERE -> texts.of("release.why.NOT_THERE", step);
            case NOTHING_LEFT -> texts.of("release.why.NOTHING_LEFT");
            case ENGINE -> texts.of("release.why.ENGINE", step);
        };
    }

    /** The journey, a gate or a stage. */
    String diagram(String key) {
        if (key.startsWith("stage-")) {
            return texts.of("release.stage", texts.or("stage." + key.substring("stage-".length()), key));
        }
        return texts.or("release.diagram." + key, key);
    }

    String part(Carried.Part part) {
        return texts.of("release.part", diagram(part.diagram()), part.from(), part.to());
    }

    String step(Carried.Step step) {
        String was = TaskNames.kind(step.was(), step.wasNamed());
        String is = TaskNames.kind(step.is(), step.isNamed());
        if (step.was().isEmpty()) {
            return texts.of("release.step.begins", is);
        }
        if (step.is().isEmpty()) {
            return texts.of("release.step.ends", was);
        }
        return was.equals(is) ? texts.of("release.step.stays", was) : texts.of("release.step.becomes", was, is);
    }

    String timer(Carried.Timer timer, ZoneId zone) {
        OffsetDateTime before = timer.before();
        OffsetDateTime after = timer.after();
        if (before == null) {
            return texts.of("release.timer.new", timer.name(), when(after, zone));
        }
        if (after == null) {
            return texts.of("release.timer.gone", timer.name(), when(before, zone));
        }
        return timer.moved()
                ? texts.of("release.timer.moved", timer.name(), when(before, zone), when(after, zone))
                : texts.of("release.timer.stays", timer.name(), when(before, zone));
    }

    private static String when(@Nullable OffsetDateTime at, ZoneId zone) {
        return at == null ? "" : Dates.here().dateTime(at.atZoneSameInstant(zone));
    }

    String kind(DrawingChange.Kind kind) {
        return texts.of("release.change." + kind);
    }

    String type(String type) {
        return texts.of("release.type." + family(type));
    }

    private static String family(String type) {
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        if (type.equals("userTask") || type.equals("sequenceFlow") || type.equals("callActivity")) {
            return type;
        }
        if (type.equals("boundaryEvent") || type.equals("intermediateCatchEvent")) {
            return "wait";
        }
        return type.endsWith("Event") ? "end" : "step";
    }

    /** What a change is about, by its name, and both names where they differ. */
    String about(DrawingChange change) {
        String was = change.wasNamed().isEmpty() ? change.was() : change.wasNamed();
        String is = change.isNamed().isEmpty() ? change.is() : change.isNamed();
        if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
            return is.isEmpty() ? was : is;
        }
        return texts.of("release.change.from-to", was, is);
    }
}
