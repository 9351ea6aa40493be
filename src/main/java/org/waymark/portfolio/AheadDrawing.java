package org.waymark.portfolio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** A program's coming gates on paper: filled is the next one, hollow are those behind it, amber is late. */
final class AheadDrawing {

    private static final Color BEHIND = new Color(0x8b949e);
    private static final Color BORDER = new Color(0xe2dfd8);

    private AheadDrawing() {}

    /** Marks are a day and a kind, as in {@code 12:NEXT}; borders are the days on which months begin. */
    static void draw(
            Graphics2D canvas, List<String> marks, List<String> borders, int days, double width, double height) {
        double size = height * 0.3;
        double lane = width - 2 * size;
        canvas.setStroke(new BasicStroke((float) (height * 0.05)));
        canvas.setColor(BORDER);
        for (String border : borders) {
            double x = size + lane * Integer.parseInt(border) / days;
            canvas.draw(new Line2D.Double(x, 0, x, height));
        }
        // the nearest is drawn last, so that it lies on top
        for (int at = marks.size() - 1; at >= 0; at--) {
            String[] mark = marks.get(at).split(":");
            double x = size + lane * Math.min(days, Integer.parseInt(mark[0])) / days;
            gate(canvas, mark[1], x, height / 2, size);
        }
    }

    private static void gate(Graphics2D canvas, String kind, double x, double y, double size) {
        Color edge = switch (kind) {
            case "LATE" -> LineDrawing.LATE;
            case "NEXT" -> LineDrawing.LANE;
            default -> BEHIND;
        };
        LineDrawing.diamond(canvas, kind.equals("NEXT") ? edge : Color.WHITE, edge, x, y, size);
    }
}
