package org.waymark.portfolio;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import java.awt.Graphics2D;
import java.util.List;
import org.w3c.dom.Element;

/** What an element of the report stands for, drawn into its place on paper. */
final class PaperDrawings implements FSObjectDrawerFactory {

    private static final String LINE = "waymark/line";
    private static final String AHEAD = "waymark/ahead";

    private interface Drawing {
        void draw(Graphics2D canvas, double width, double height);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        Drawing drawing = drawing(element);
        return (object, x, y, width, height, device, context, dots) -> {
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) (width / dots),
                    (float) (height / dots),
                    canvas -> drawing.draw(canvas, width / dots, height / dots));
            return null;
        };
    }

    private static Drawing drawing(Element element) {
        List<String> marks = parts(element, "data-marks");
        if (LINE.equals(element.getAttribute("type"))) {
            return (canvas, width, height) -> LineDrawing.draw(canvas, marks, width, height);
        }
        List<String> borders = parts(element, "data-borders");
        int days = Integer.parseInt(element.getAttribute("data-days"));
        return (canvas, width, height) -> AheadDrawing.draw(canvas, marks, borders, days, width, height);
    }

    private static List<String> parts(Element element, String attribute) {
        String parts = element.getAttribute(attribute);
        return parts.isEmpty() ? List.of() : List.of(parts.split(","));
    }

    @Override
    public boolean isReplacedObject(Element element) {
        String type = element.getAttribute("type");
        return LINE.equals(type) || AHEAD.equals(type);
    }
}
