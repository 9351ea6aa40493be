package org.waymark.portfolio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/** The line with seven waymarks on paper: shape carries the meaning, so that it reads in grey. */
final class LineDrawing {

    static final Color LANE = new Color(0x0b5d66);
    private static final Color STOP = new Color(0x9f1d35);
    static final Color LATE = new Color(0xa34a06);
    private static final Color AHEAD = new Color(0xc9c5bb);

    private LineDrawing() {}

    /** Marks are states, with {@code +LATE} behind the one that is late. */
    static void draw(Graphics2D canvas, List<String> marks, double width, double height) {
        double step = width / marks.size();
        double middle = height / 2;
        double size = Math.min(height * 0.36, step * 0.3);
        boolean stopped = marks.stream().anyMatch(mark -> mark.startsWith("STOPPED"));
        for (int at = 1; at < marks.size(); at++) {
            canvas.setColor(marks.get(at - 1).startsWith("PASSED") ? (stopped ? STOP : LANE) : AHEAD);
            canvas.setStroke(new BasicStroke((float) (height * 0.09)));
            canvas.draw(new Line2D.Double((at - 0.5) * step, middle, (at + 0.5) * step, middle));
        }
        for (int at = 0; at < marks.size(); at++) {
            String[] mark = marks.get(at).split("\\+");
            Color colour = mark.length > 1 ? LATE : stopped ? STOP : LANE;
            mark(canvas, mark[0], colour, (at + 0.5) * step, middle, size);
        }
    }

    private static void mark(Graphics2D canvas, String state, Color colour, double x, double y, double size) {
        switch (state) {
            case "PASSED" -> {
                disc(canvas, colour, colour, x, y, size);
                Path2D tick = new Path2D.Double();
                tick.moveTo(x - size * 0.45, y);
                tick.lineTo(x - size * 0.1, y + size * 0.35);
                tick.lineTo(x + size * 0.5, y - size * 0.4);
                stroke(canvas, Color.WHITE, tick, size * 0.22);
            }
            case "AT_GATE" -> {
                diamond(canvas, Color.WHITE, colour, x, y, size * 1.15);
            }
            case "STOPPED" -> {
                disc(canvas, Color.WHITE, STOP, x, y, size);
                Path2D cross = new Path2D.Double();
                cross.moveTo(x - size * 0.4, y - size * 0.4);
                cross.lineTo(x + size * 0.4, y + size * 0.4);
                cross.moveTo(x + size * 0.4, y - size * 0.4);
                cross.lineTo(x - size * 0.4, y + size * 0.4);
                stroke(canvas, STOP, cross, size * 0.26);
            }
            case "ON_HOLD" -> {
                disc(canvas, Color.WHITE, colour, x, y, size);
                Path2D bars = new Path2D.Double();
                bars.moveTo(x - size * 0.25, y - size * 0.4);
                bars.lineTo(x - size * 0.25, y + size * 0.4);
                bars.moveTo(x + size * 0.25, y - size * 0.4);
                bars.lineTo(x + size * 0.25, y + size * 0.4);
                stroke(canvas, colour, bars, size * 0.26);
            }
            case "AHEAD" -> disc(canvas, Color.WHITE, AHEAD, x, y, size * 0.55);
            default -> disc(canvas, Color.WHITE, colour, x, y, size);
        }
    }

    /** What a gate is on paper, wherever it is drawn. */
    static void diamond(Graphics2D canvas, Color fill, Color edge, double x, double y, double size) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(x, y - size);
        diamond.lineTo(x + size, y);
        diamond.lineTo(x, y + size);
        diamond.lineTo(x - size, y);
        diamond.closePath();
        canvas.setColor(fill);
        canvas.fill(diamond);
        stroke(canvas, edge, diamond, size * 0.3);
    }

    private static void disc(Graphics2D canvas, Color fill, Color edge, double x, double y, double size) {
        Ellipse2D disc = new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
        canvas.setColor(fill);
        canvas.fill(disc);
        stroke(canvas, edge, disc, size * 0.34);
    }

    private static void stroke(Graphics2D canvas, Color colour, java.awt.Shape shape, double width) {
        canvas.setColor(colour);
        canvas.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(shape);
    }
}
