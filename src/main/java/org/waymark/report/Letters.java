package org.waymark.report;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Writes labels into a chart as outlines of our own font: a server without any fonts draws the same chart. */
class Letters {

    private static final TrueTypeFont FONT = load();

    private final double size;

    Letters(double size) {
        this.size = size;
    }

    double width(String text) {
        return walk(text, null);
    }

    /** Writes with the left end at x and the base line at y. */
    void write(Graphics2D canvas, String text, double x, double y) {
        Path2D outline = new Path2D.Double();
        walk(text, outline);
        outline.transform(AffineTransform.getTranslateInstance(x, y));
        canvas.fill(outline);
    }

    /** The text as far as it fits, with an ellipsis where it was cut. */
    String fitting(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        String cut = text;
        while (!cut.isEmpty() && width(cut + "…") > width) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.strip() + "…";
    }

    private double walk(String text, @org.jspecify.annotations.Nullable Path2D into) {
        try {
            CmapLookup glyphs = FONT.getUnicodeCmapLookup();
            double scale = size / FONT.getUnitsPerEm();
            double x = 0;
            for (int letter : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(letter);
                if (into != null) {
                    Path2D path = FONT.getGlyph().getGlyph(glyph) == null
                            ? new Path2D.Double()
                            : FONT.getGlyph().getGlyph(glyph).getPath();
                    into.append(path.getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, 0)), false);
                }
                x += FONT.getAdvanceWidth(glyph) * scale;
            }
            return x;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont load() {
        try (InputStream file =
                Objects.requireNonNull(Letters.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf"))) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
