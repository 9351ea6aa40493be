package org.waymark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.process.carry.Drawing;
import org.waymark.process.carry.Move;
import org.waymark.process.carry.Moves;

/** What a drawing may not do to programs that still run on a released one, unless a note in moves.json says how. */
final class ReleaseRules {

    // where a token can wait: a note that such a step is gone has to say where whoever stands there goes
    private static final Set<String> WAITS = Set.of(
            "userTask",
            "callActivity",
            "receiveTask",
            "intermediateCatchEvent",
            "eventBasedGateway",
            "parallelGateway");
    private static final Pattern HANDED_ON = Pattern.compile("^(?:in|out) .*?(?:target|businessKey|variables)=(\\S+)");

    private ReleaseRules() {}

    /** In words, what would break. */
    static List<String> objections(Drawing released, Drawing now, Moves moves) {
        List<String> objections = new ArrayList<>();
        for (Drawing.Shape was : released.shapes().values()) {
            if (!was.type().equals("sequenceFlow")) {
                String id = moves.now(released.diagram(), was.id(), now.shapes().keySet());
                Optional<Drawing.Shape> is = now.find(id);
                if (is.isEmpty()) {
                    gone(released, was, moves, objections);
                } else {
                    changed(released.diagram(), was, is.get(), moves, objections);
                }
            }
        }
        return objections;
    }

    private static void gone(Drawing released, Drawing.Shape was, Moves moves, List<String> objections) {
        String where = released.diagram() + ": " + was.id();
        boolean noted = moves.notes().stream()
                .anyMatch(note -> note.diagram().equals(released.diagram())
                        && note.step().equals(was.id())
                        && !note.why().isBlank());
        String then = moves.then(released.diagram(), was.id()).orElse("");
        if (!noted) {
            objections.add(where + " is gone; say in processes/moves.json what became of it");
        } else if (WAITS.contains(was.type()) && then.isEmpty()) {
            objections.add(where + " is gone; say where whoever waits there goes on");
        } else if (!then.isEmpty() && released.shapes().values().stream().noneMatch(flow -> leads(flow, was, then))) {
            objections.add(where + " is left out and goes on to " + then + ", which is not the step behind it");
        } else if (!then.isEmpty() && BypassRules.needed(released.diagram(), was.id())) {
            objections.add(where + " is what the gate behind it stands on and cannot be left out");
        }
    }

    private static boolean leads(Drawing.Shape flow, Drawing.Shape was, String then) {
        return flow.from().equals(was.id()) && flow.to().equals(then);
    }

    private static void changed(
            String diagram, Drawing.Shape was, Drawing.Shape is, Moves moves, List<String> objections) {
        String where = diagram + ": " + was.id();
        if (!was.type().equals(is.type())) {
            objections.add(where + " was a " + was.type() + " and is a " + is.type() + "; give it an id of its own");
        }
        if (isRound(was) != isRound(is)) {
            objections.add(where + " asks one person here and several there; give it an id of its own");
        }
        said(was, "calledElement=")
                .filter(one -> !said(is, "calledElement=").equals(Optional.of(one)))
                .ifPresent(one -> objections.add(where + " calls another diagram than " + one));
        List<String> kept = handedOn(is);
        for (String name : handedOn(was)) {
            if (!kept.contains(name) && !moves.without(diagram, was.id(), name)) {
                objections.add(where + " no longer hands on " + name);
            }
        }
    }

    private static boolean isRound(Drawing.Shape shape) {
        return shape.says().getOrDefault(Drawing.Says.WHO, "").contains("multiInstance");
    }

    private static Optional<String> said(Drawing.Shape shape, String beginning) {
        return shape.says()
                .getOrDefault(Drawing.Says.CALL, "")
                .lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst();
    }

    private static List<String> handedOn(Drawing.Shape shape) {
        return shape.says()
                .getOrDefault(Drawing.Says.CALL, "")
                .lines()
                .map(HANDED_ON::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(0).substring(0, found.group(0).indexOf(' ')) + " " + found.group(1))
                .toList();
    }

    /** Notes that no longer fit the drawings. */
    static List<String> stale(List<Drawing> drawings, Moves moves) {
        List<String> stale = new ArrayList<>();
        for (Move note : moves.notes()) {
            Optional<Drawing> drawing = drawings.stream()
                    .filter(one -> one.diagram().equals(note.diagram()))
                    .findFirst();
            if (drawing.isEmpty()) {
                stale.add(note + ": there is no such diagram");
            } else if (note.without() == null && drawing.get().find(note.step()).isPresent()) {
                stale.add(note + ": the id is used again");
            } else if (note.became() != null
                    && drawing.get()
                            .find(moves.now(
                                    note.diagram(),
                                    note.step(),
                                    drawing.get().shapes().keySet()))
                            .isEmpty()
                    && moves.then(note.diagram(), note.became()).isEmpty()) {
                stale.add(note + ": what it became is not there");
            }
        }
        return stale;
    }
}
