package org.waymark.web;

import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/** Prints a page of ours as PDF: tagged for screen readers, with bookmarks and its own letters inside. */
@Component
public class Printing {

    private static final String LETTERS = "/liberation/LiberationSans-";

    public Printing() {
        // the library tells its timings to the console otherwise
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    /** The page as PDF; what its objects look like is drawn by whoever knows them. */
    public byte[] pdf(String page, FSObjectDrawerFactory drawers) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfUaAccessibility(true);
            // nothing outside this page is ever read: no address in a text can make the server fetch it
            builder.useUriResolver((base, uri) -> null);
            builder.useObjectDrawerFactory(drawers);
            letters(builder, "Regular", 400);
            letters(builder, "Bold", 700);
            builder.withHtmlContent(page, null);
            builder.withProducer("Waymark");
            builder.toStream(bytes);
            builder.run();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void letters(PdfRendererBuilder builder, String face, int weight) {
        builder.useFont(() -> face(face), "Liberation Sans", weight, FontStyle.NORMAL, true);
    }

    private static InputStream face(String face) {
        return Objects.requireNonNull(Printing.class.getResourceAsStream(LETTERS + face + ".ttf"));
    }
}
