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
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Element;
import org.waymark.stage.Document;
import org.waymark.stage.Shown;

/** The blueprint on A4, tagged for screen readers, with bookmarks and its own letters inside. */
@Component
class BlueprintPdf {

    private static final String CHART = "waymark/chart";
    private static final String LETTERS = "/liberation/LiberationSans-";

    private final ITemplateEngine templates;
    private final Shown shown;

    BlueprintPdf(ITemplateEngine templates, Shown shown) {
        // the library tells its timings to the console otherwise
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
        this.templates = templates;
        this.shown = shown;
    }

    byte[] of(Blueprint whole) {
        Blueprint blueprint = whole.narrow(shown);
        List<Document.Chart> charts = charts(blueprint);
        Map<Document.Chart, Integer> drawn = new IdentityHashMap<>();
        for (int at = 0; at < charts.size(); at++) {
            drawn.put(charts.get(at), at);
        }
        String page = templates.process(
                "report/blueprint",
                new Context(
                        LocaleContextHolder.getLocale(),
                        Map.of("blueprint", blueprint, "drawn", drawn, "shown", shown)));
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

    private static List<Document.Chart> charts(Blueprint blueprint) {
        List<Document.Chart> charts = new ArrayList<>();
        for (Blueprint.Chapter chapter : blueprint.chapters()) {
            if (chapter.document() != null) {
                chapter.document().sections().stream()
                        .map(Document.Section::chart)
                        .filter(Objects::nonNull)
                        .filter(ChartDrawing::draws)
                        .forEach(charts::add);
            }
        }
        return charts;
    }

    private static void letters(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        builder.useFont(() -> face(face), "Liberation Sans", weight, style, true);
    }

    private static InputStream face(String face) {
        return Objects.requireNonNull(BlueprintPdf.class.getResourceAsStream(LETTERS + face + ".ttf"));
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
