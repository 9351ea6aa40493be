package org.waymark.process.carry;

import java.util.Map;
import java.util.Optional;

/** A diagram as drawn: its elements with what each says and where it lies, read from the BPMN text. */
public final class Drawing {

    private final String diagram;
    private final Map<String, Shape> shapes;

    Drawing(String diagram, Map<String, Shape> shapes) {
        this.diagram = diagram;
        this.shapes = shapes;
    }

    /** What is said of an element, told apart by what a reader of the difference would ask for. */
    public enum Says {
        WHO,
        WHEN,
        CALL,
        DOES,
        LEADS,
        TELLS
    }

    /**
     * One box, circle, diamond or arrow.
     *
     * @param home the element it sits on or in, empty for the drawing itself
     * @param at where it lies, as text, empty for arrows
     * @param from where an arrow comes from, empty for everything else
     * @param to where an arrow leads
     */
    public record Shape(
            String id,
            String type,
            String name,
            String home,
            String at,
            String from,
            String to,
            Map<Says, String> says) {

        boolean isArrow() {
            return type.equals("sequenceFlow");
        }

        String say(Says what) {
            return says.getOrDefault(what, "");
        }
    }

    /** The key of the process, as {@code stage-values}. */
    public String diagram() {
        return diagram;
    }

    /** By id, in the order of the file. */
    public Map<String, Shape> shapes() {
        return shapes;
    }

    public Optional<Shape> find(String id) {
        return Optional.ofNullable(shapes.get(id));
    }

    /** What people call an element; its id where the drawing gives it no name. */
    public String name(String id) {
        return find(id).map(Shape::name).filter(name -> !name.isEmpty()).orElse(id);
    }

    /** The same for an arrow, which has no name of its own: from where to where. */
    String called(Shape shape) {
        return shape.isArrow() ? name(shape.from()) + " → " + name(shape.to()) : name(shape.id());
    }

    public static Drawing of(String xml) {
        return DrawingReader.read(xml);
    }
}
