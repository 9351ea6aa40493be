package org.waymark.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.waymark.stage.Document;

/** Prints a page on A4, tagged for screen readers, with its own letters inside and its charts drawn. */
@Component
class Paper {

    private static final String CHART = "waymark/chart";
    private static final String LETTERS = "/liberation/LiberationSans-";

    Paper() {
        // the library tells its timings to the console otherwise
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    /** The page may name charts by their place in the list. */
    byte[] print(String page, List<Document.Chart> charts) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfUaAccessibility(true);
            // nothing outside this page is ever read: no address in a text can make the server fetch it
            builder.useUriResolver((base, uri) -> null);
            builder.useObjectDrawerFactory(new Drawers(charts));
            letters(builder, "Regular", 400, FontStyle.NORMAL);
            letters(builder, "Bold", 700, FontStyle.NORMAL);
            builder.withHtmlContent(page, null);
            builder.withProducer("Waymark");
            builder.toStream(bytes);
            builder.run();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void letters(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        builder.useFont(() -> face(face), "Liberation Sans", weight, style, true);
    }

    private static InputStream face(String face) {
        return Objects.requireNonNull(Paper.class.getResourceAsStream(LETTERS + face + ".ttf"));
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
