package org.waymark.process.carry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing two versions of a diagram do not have in common.
 *
 * @param was the id in the older drawing, empty where it is new
 * @param is the id in the newer drawing, empty where it is gone
 */
public record DrawingChange(Kind kind, String type, String was, String is, String wasNamed, String isNamed) {

    /** What a change is; the ones that say something else are told apart by what they say. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        BECAME,
        MOVED,
        WHO,
        WHEN,
        CALL,
        DOES,
        LEADS,
        TELLS
    }

    /** Everything that differs, what is gone and new first; an arrow counts by where it leads, not by its id. */
    public static List<DrawingChange> between(Drawing older, Drawing newer, Moves moves) {
        List<DrawingChange> changes = new ArrayList<>();
        List<DrawingChange> inside = new ArrayList<>();
        Set<String> met = new HashSet<>();
        for (Drawing.Shape was : older.shapes().values()) {
            Drawing.Shape is = counterpart(was, older, newer, moves);
            if (is == null || !is.type().equals(was.type())) {
                changes.add(new DrawingChange(Kind.REMOVED, was.type(), was.id(), "", older.called(was), ""));
                continue;
            }
            met.add(is.id());
            for (Kind kind : was.isArrow() ? arrow(was, is) : inside(was, is)) {
                inside.add(new DrawingChange(kind, is.type(), was.id(), is.id(), older.called(was), newer.called(is)));
            }
        }
        newer.shapes().values().stream()
                .filter(is -> !met.contains(is.id()))
                .forEach(
                        is -> changes.add(new DrawingChange(Kind.ADDED, is.type(), "", is.id(), "", newer.called(is))));
        changes.addAll(inside);
        return changes;
    }

    private static Drawing.@Nullable Shape counterpart(Drawing.Shape was, Drawing older, Drawing newer, Moves moves) {
        Set<String> known = newer.shapes().keySet();
        if (!was.isArrow()) {
            return newer.shapes().get(moves.now(older.diagram(), was.id(), known));
        }
        String from = moves.now(older.diagram(), was.from(), known);
        String to = moves.now(older.diagram(), was.to(), known);
        return newer.shapes().values().stream()
                .filter(Drawing.Shape::isArrow)
                .filter(is -> is.from().equals(from) && is.to().equals(to))
                .findFirst()
                .orElse(null);
    }

    private static Set<Kind> arrow(Drawing.Shape was, Drawing.Shape is) {
        return was.say(Drawing.Says.LEADS).equals(is.say(Drawing.Says.LEADS)) ? Set.of() : Set.of(Kind.LEADS);
    }

    private static Set<Kind> inside(Drawing.Shape was, Drawing.Shape is) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (!was.id().equals(is.id())) {
            kinds.add(Kind.BECAME);
        }
        if (!was.name().equals(is.name())) {
            kinds.add(Kind.RENAMED);
        }
        if (!was.at().equals(is.at())) {
            kinds.add(Kind.MOVED);
        }
        for (Drawing.Says what : Drawing.Says.values()) {
            if (!was.say(what).equals(is.say(what))) {
                kinds.add(Kind.valueOf(what.name()));
            }
        }
        return kinds;
    }
}
