package org.waymark.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Shown;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** The blueprint as slides that can be edited: the finding is the title, one idea a slide, native tables and charts. */
@Component
class BlueprintSlides {

    static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int MARGIN = 48;
    private static final int ROWS = 9;
    private static final Color ACCENT = new Color(0x0b5d66);
    private static final Color INK = new Color(0x1c2127);
    private static final Color SOFT = new Color(0x59636e);
    private static final Color LINE = new Color(0xe2dfd8);

    private final Texts texts;
    private final Shown shown;

    BlueprintSlides(Texts texts, Shown shown) {
        this.texts = texts;
        this.shown = shown;
    }

    byte[] of(Blueprint whole) {
        Blueprint blueprint = whole.narrow(shown);
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            show.setPageSize(new Dimension(WIDTH, HEIGHT));
            cover(show, blueprint);
            journey(show, blueprint);
            for (Blueprint.Chapter chapter : blueprint.chapters()) {
                if (chapter.document() != null) {
                    opening(show, chapter, chapter.document());
                    for (Document.Section section : chapter.document().sections()) {
                        section(show, chapter, section);
                    }
                }
            }
            show.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cover(XMLSlideShow show, Blueprint blueprint) {
        XSLFSlide slide = filled(show);
        text(slide, texts.of("report.name"), 16, new Color(0xbfe0e2), false, MARGIN, 150, WIDTH - 2 * MARGIN, 26);
        text(slide, blueprint.program().name(), 44, Color.WHITE, true, MARGIN, 176, WIDTH - 2 * MARGIN, 60);
        text(slide, blueprint.program().purpose(), 18, Color.WHITE, false, MARGIN, 250, 700, 60);
        String facts =
                blueprint.program().code() + " · " + texts.of("report.sponsor") + " " + blueprint.sponsor() + " · "
                        + texts.of(
                                "report.passed",
                                blueprint.passed(),
                                blueprint.chapters().size()) + " · "
                        + Dates.here().longDate(blueprint.asOf());
        text(slide, facts, 14, Color.WHITE, false, MARGIN, 470, WIDTH - 2 * MARGIN, 24);
    }

    private void journey(XMLSlideShow show, Blueprint blueprint) {
        List<List<String>> rows = blueprint.chapters().stream()
                .map(chapter -> List.of(
                        String.valueOf(chapter.position()), chapter.title(), chapter.purpose(), chapter.standing()))
                .toList();
        XSLFSlide slide = titled(
                show,
                texts.of("report.contents"),
                texts.of(
                        "report.passed",
                        blueprint.passed(),
                        blueprint.chapters().size()));
        table(slide, List.of("", texts.of("report.gate"), "", texts.of("report.standing")), rows, List.of(), 130);
    }

    private void opening(XMLSlideShow show, Blueprint.Chapter chapter, Document document) {
        XSLFSlide slide = filled(show);
        text(
                slide,
                texts.of("report.of-stage", chapter.position(), chapter.title()),
                18,
                new Color(0xbfe0e2),
                false,
                MARGIN,
                170,
                WIDTH - 2 * MARGIN,
                28);
        text(slide, document.headline(), 32, Color.WHITE, true, MARGIN, 204, WIDTH - 2 * MARGIN, 120);
        text(slide, chapter.standing(), 16, Color.WHITE, false, MARGIN, 340, WIDTH - 2 * MARGIN, 26);
    }

    /** The chart first, on a slide of its own; then the rows, nine to a slide. */
    private void section(XMLSlideShow show, Blueprint.Chapter chapter, Document.Section section) {
        Document.Chart chart = section.chart();
        if (chart != null && ChartDrawing.draws(chart)) {
            XSLFSlide slide =
                    titled(show, section.heading(), section.note() == null ? chapter.title() : section.note());
            SlideCharts.add(show, slide, chart, new Rectangle2D.Double(MARGIN, 132, WIDTH - 2.0 * MARGIN, 370));
        }
        List<List<String>> rows = rows(section);
        int slides = (rows.size() + ROWS - 1) / ROWS;
        List<String> heads =
                section.columns().stream().map(Document.Column::label).toList();
        List<Kind> kinds = section.columns().stream().map(Document.Column::kind).toList();
        for (int at = 0; at < slides; at++) {
            String title =
                    slides == 1 ? section.heading() : texts.of("report.continued", section.heading(), at + 1, slides);
            XSLFSlide slide = titled(show, title, section.note() == null ? chapter.title() : section.note());
            table(slide, heads, rows.subList(at * ROWS, Math.min(rows.size(), (at + 1) * ROWS)), kinds, 138);
        }
    }

    private List<List<String>> rows(Document.Section section) {
        List<List<String>> rows = new ArrayList<>();
        for (List<Document.Cell> row : section.rows()) {
            List<String> cells = new ArrayList<>();
            for (int at = 0; at < row.size(); at++) {
                cells.add(shown.cell(row.get(at), section.columns().get(at).kind()));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static XSLFSlide filled(XMLSlideShow show) {
        XSLFSlide slide = show.createSlide();
        // a shape, since a slide's own background would be shared with every slide
        XSLFAutoShape ground = slide.createAutoShape();
        ground.setShapeType(ShapeType.RECT);
        ground.setAnchor(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        ground.setFillColor(ACCENT);
        ground.setLineColor(ACCENT);
        return slide;
    }

    private XSLFSlide titled(XMLSlideShow show, String title, String note) {
        XSLFSlide slide = show.createSlide();
        text(slide, title, 26, INK, true, MARGIN, 36, WIDTH - 2 * MARGIN, 40);
        text(slide, note, note.length() > 160 ? 11 : 14, SOFT, false, MARGIN, 78, WIDTH - 2 * MARGIN, 44);
        return slide;
    }

    private static void text(
            XSLFSlide slide, String words, double size, Color colour, boolean bold, int x, int y, int w, int h) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle2D.Double(x, y, w, h));
        box.setLeftInset(0);
        XSLFTextRun run = box.setText(words);
        style(run, size, colour, bold);
    }

    private static void style(XSLFTextRun run, double size, Color colour, boolean bold) {
        run.setFontSize(size);
        run.setFontColor(colour);
        run.setBold(bold);
        run.setFontFamily("Calibri");
    }

    private static void table(XSLFSlide slide, List<String> heads, List<List<String>> rows, List<Kind> kinds, int y) {
        XSLFTable table = slide.createTable();
        table.setAnchor(new Rectangle2D.Double(MARGIN, y, WIDTH - 2.0 * MARGIN, 30.0 * (rows.size() + 1)));
        line(table, heads, kinds, true);
        rows.forEach(row -> line(table, row, kinds, false));
        List<Double> widths = SlideColumns.widths(heads, rows, WIDTH - 2.0 * MARGIN);
        for (int at = 0; at < widths.size(); at++) {
            table.setColumnWidth(at, widths.get(at));
        }
    }

    private static void line(XSLFTable table, List<String> cells, List<Kind> kinds, boolean head) {
        XSLFTableRow row = table.addRow();
        row.setHeight(28);
        for (int at = 0; at < cells.size(); at++) {
            XSLFTableCell cell = row.addCell();
            XSLFTextRun run = cell.setText(cells.get(at));
            style(run, cells.size() > 6 ? 10 : 12, head ? SOFT : INK, head);
            cell.setBorderColor(BorderEdge.bottom, LINE);
            cell.setLeftInset(2);
            boolean words = at >= kinds.size() || kinds.get(at) == Kind.TEXT || kinds.get(at) == Kind.DATE;
            cell.getTextParagraphs().get(0).setTextAlign(words ? TextAlign.LEFT : TextAlign.RIGHT);
        }
    }
}
