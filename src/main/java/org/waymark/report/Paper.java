package org.waymark.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import java.util.List;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.waymark.stage.Document;
import org.waymark.web.Printing;

/** Prints a page on A4, tagged for screen readers, with its own letters inside and its charts drawn. */
@Component
class Paper {

    private static final String CHART = "waymark/chart";

    private final Printing printing = new Printing();

    /** The page may name charts by their place in the list. */
    byte[] print(String page, List<Document.Chart> charts) {
        return printing.pdf(page, new Drawers(charts));
    }

    /** Draws the chart an element names by its place in the list. */
    private record Drawers(List<Document.Chart> charts) implements FSObjectDrawerFactory {

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            Document.Chart chart = charts.get(Integer.parseInt(element.getAttribute("data-at")));
            return (object, x, y, width, height, device, context, dots) -> {
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) (width / dots),
                        (float) (height / dots),
                        canvas -> new ChartDrawing(canvas, width / dots, height / dots).draw(chart));
                return null;
            };
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return CHART.equals(element.getAttribute("type"));
        }
    }
}
