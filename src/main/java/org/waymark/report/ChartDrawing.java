package org.waymark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.waymark.stage.Document;
import org.waymark.web.Figures;

/** Draws a chart of an agreed record on paper: bars, lines, or a radar from 0 to 4. */
class ChartDrawing {

    static final List<Color> COLOURS =
            List.of(new Color(0x0b5d66), new Color(0x5a3f9e), new Color(0xa34a06), new Color(0x94afd9));
    private static final Color INK = new Color(0x59636e);
    private static final Color GRID = new Color(0xe2dfd8);
    private static final double TOP_LEVEL = 4;

    private final Graphics2D canvas;
    private final double width;
    private final double height;
    private final Letters letters;

    ChartDrawing(Graphics2D canvas, double width, double height) {
        this.canvas = canvas;
        this.width = width;
        this.height = height;
        this.letters = new Letters(height > 300 ? 11 : 10);
    }

    /** Whether this kind of chart has a drawing; whatever has none is printed as its table. */
    static boolean draws(Document.Chart chart) {
        return List.of("bar", "line", "radar").contains(chart.type());
    }

    void draw(Document.Chart chart) {
        legend(chart);
        switch (chart.type()) {
            case "bar" -> bars(chart);
            case "line" -> lines(chart);
            case "radar" -> radar(chart);
            default -> throw new IllegalArgumentException("No drawing for " + chart.type());
        }
    }

    private void legend(Document.Chart chart) {
        double x = 0;
        for (int at = 0; at < chart.series().size(); at++) {
            canvas.setColor(colour(at));
            canvas.fill(new Rectangle2D.Double(x, height - 9, 10, 6));
            canvas.setColor(INK);
            String name = chart.series().get(at).name();
            letters.write(canvas, name, x + 14, height - 3);
            x += letters.width(name) + 30;
        }
    }

    private void bars(Document.Chart chart) {
        double left = width * 0.36;
        double right = width - 60;
        double most = Math.max(extreme(chart, true), 0);
        double least = Math.min(extreme(chart, false), 0);
        double scale = (right - left) / Math.max(most - least, 1e-9);
        double zero = left - least * scale;
        double step = (height - 20) / Math.max(chart.categories().size(), 1);
        int series = chart.series().size();
        double thick = Math.min(16, step * 0.7 / Math.max(series, 1));
        for (int row = 0; row < chart.categories().size(); row++) {
            double middle = step * row + step / 2;
            canvas.setColor(INK);
            letters.write(canvas, letters.fitting(chart.categories().get(row), left - 12), 0, middle + 3);
            for (int at = 0; at < series; at++) {
                BigDecimal point = chart.series().get(at).points().get(row);
                if (point == null) {
                    continue;
                }
                double length = point.doubleValue() * scale;
                double y = middle + (at - series / 2.0) * thick;
                canvas.setColor(colour(at));
                canvas.fill(new Rectangle2D.Double(Math.min(zero, zero + length), y, Math.abs(length), thick - 1));
                canvas.setColor(INK);
                letters.write(canvas, brief(point.doubleValue()), Math.max(zero, zero + length) + 4, y + thick - 3);
            }
        }
        canvas.setColor(INK);
        canvas.draw(new Line2D.Double(zero, 0, zero, height - 20));
    }

    private void lines(Document.Chart chart) {
        double left = 54;
        double right = width - 16;
        double bottom = height - 34;
        double most = Math.max(extreme(chart, true), 0);
        double least = Math.min(extreme(chart, false), 0);
        double scale = (bottom - 8) / Math.max(most - least, 1e-9);
        int count = chart.categories().size();
        double step = (right - left) / Math.max(count - 1, 1);
        for (int line = 0; line <= 4; line++) {
            double at = least + (most - least) * line / 4;
            double y = bottom - (at - least) * scale;
            canvas.setColor(GRID);
            canvas.draw(new Line2D.Double(left, y, right, y));
            canvas.setColor(INK);
            letters.write(canvas, brief(at), left - letters.width(brief(at)) - 6, y + 3);
        }
        canvas.draw(new Line2D.Double(left, bottom + least * scale, right, bottom + least * scale));
        int every = Math.max(1, count / 8);
        for (int at = 0; at < count; at += every) {
            String name = letters.fitting(chart.categories().get(at), step * every - 4);
            letters.write(canvas, name, left + at * step - letters.width(name) / 2, bottom + 13);
        }
        for (int one = 0; one < chart.series().size(); one++) {
            Path2D path = new Path2D.Double();
            for (int at = 0; at < count; at++) {
                BigDecimal point = chart.series().get(one).points().get(at);
                if (point == null) {
                    continue;
                }
                double y = bottom - (point.doubleValue() - least) * scale;
                if (path.getCurrentPoint() == null) {
                    path.moveTo(left + at * step, y);
                } else {
                    path.lineTo(left + at * step, y);
                }
            }
            stroke(path, one);
        }
    }

    private void radar(Document.Chart chart) {
        int spokes = chart.categories().size();
        double radius = Math.min(width / 3.2, (height - 60) / 2);
        double x = width / 2;
        double y = radius + 22;
        for (int ring = 1; ring <= (int) TOP_LEVEL; ring++) {
            canvas.setColor(GRID);
            Path2D path = new Path2D.Double();
            for (int at = 0; at < spokes; at++) {
                spoke(path, x, y, radius * ring / TOP_LEVEL, at, spokes);
            }
            path.closePath();
            canvas.draw(path);
        }
        canvas.setColor(INK);
        for (int at = 0; at < spokes; at++) {
            double angle = angle(at, spokes);
            double tipX = x + (radius + 10) * Math.cos(angle);
            String name = letters.fitting(chart.categories().get(at), width / 2 - radius - 16);
            double shift = Math.cos(angle) > 0.2
                    ? 0
                    : Math.cos(angle) < -0.2 ? -letters.width(name) : -letters.width(name) / 2;
            letters.write(canvas, name, tipX + shift, y + (radius + 12) * Math.sin(angle) + 3);
        }
        for (int one = 0; one < chart.series().size(); one++) {
            Path2D path = new Path2D.Double();
            for (int at = 0; at < spokes; at++) {
                BigDecimal point = chart.series().get(one).points().get(at);
                if (point != null) {
                    double reach = radius * point.doubleValue() / TOP_LEVEL;
                    spoke(path, x, y, reach, at, spokes);
                    canvas.setColor(colour(one));
                    double angle = angle(at, spokes);
                    canvas.fill(new Ellipse2D.Double(
                            x + reach * Math.cos(angle) - 2.5, y + reach * Math.sin(angle) - 2.5, 5, 5));
                }
            }
            if (path.getCurrentPoint() != null) {
                path.closePath();
                stroke(path, one);
            }
        }
    }

    /** The second and later series are dashed, so that a print without colour still tells them apart. */
    private void stroke(Path2D path, int series) {
        canvas.setColor(colour(series));
        canvas.setStroke(
                series == 0
                        ? new BasicStroke(2.2f)
                        : new BasicStroke(
                                1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0));
        canvas.draw(path);
        canvas.setStroke(new BasicStroke(1));
    }

    private static void spoke(Path2D path, double x, double y, double reach, int at, int spokes) {
        double angle = angle(at, spokes);
        double toX = x + reach * Math.cos(angle);
        double toY = y + reach * Math.sin(angle);
        if (path.getCurrentPoint() == null) {
            path.moveTo(toX, toY);
        } else {
            path.lineTo(toX, toY);
        }
    }

    private static double angle(int at, int spokes) {
        return 2 * Math.PI * at / spokes - Math.PI / 2;
    }

    private static double extreme(Document.Chart chart, boolean most) {
        var points = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue);
        return (most ? points.max() : points.min()).orElse(0);
    }

    private static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    private static String brief(double figure) {
        BigDecimal number = BigDecimal.valueOf(figure);
        if (Math.abs(figure) >= 1e6) {
            return Figures.here().millions(number, 2);
        }
        return Math.abs(figure) >= 1e4
                ? Figures.here().thousands(number, 0)
                : Figures.here().number(number, 2);
    }
}
