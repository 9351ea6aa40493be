package org.waymark.portfolio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.waymark.web.Printing;
import org.waymark.web.Texts;

/** The portfolio report as PDF and as a workbook whose totals are formulas. */
@Component
class PortfolioFiles {

    private final ITemplateEngine templates;
    private final Printing printing;
    private final BoardExport export;
    private final Texts texts;

    PortfolioFiles(ITemplateEngine templates, Printing printing, BoardExport export, Texts texts) {
        this.templates = templates;
        this.printing = printing;
        this.export = export;
        this.texts = texts;
    }

    byte[] pdf(PortfolioReport.Content content, List<String> stages) {
        String page = templates.process(
                "portfolio/report",
                new Context(LocaleContextHolder.getLocale(), Map.of("report", content, "stages", stages)));
        return printing.pdf(page, new PaperDrawings());
    }

    byte[] xlsx(PortfolioReport.Content content) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            String programs = texts.of("portfolio.export.sheet");
            Sheet totals = totals(book, content, programs);
            export.sheet(book, programs, content.lines());
            BoardExport.plain(book, texts.of("portfolio.report.ahead"), ahead(content));
            BoardExport.plain(
                    book,
                    texts.of("portfolio.figures.quarter"),
                    figures(content.figures().byQuarter(), false));
            BoardExport.plain(
                    book,
                    texts.of("portfolio.figures.stage"),
                    figures(content.figures().byStage(), true));
            totals.setColumnWidth(0, 40 * 256);
            book.setForceFormulaRecalculation(true);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Totals by currency, as formulas over the sheet of programs: they follow whoever edits it. */
    private Sheet totals(XSSFWorkbook book, PortfolioReport.Content content, String programs) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(
                texts.of("portfolio.report.title", content.lines().size(), content.atGate(), content.late()),
                null,
                null,
                null,
                null));
        rows.add(Arrays.asList(
                texts.of("portfolio.report.sums"),
                texts.of("portfolio.report.cases"),
                texts.of("portfolio.export.investment"),
                texts.of("portfolio.export.npv"),
                texts.of("portfolio.export.cash")));
        content.sums().forEach(sum -> rows.add(Arrays.asList(sum.currency(), null, null, null, null)));
        Sheet sheet = BoardExport.plain(book, texts.of("portfolio.report.sheet"), rows);
        int last = content.lines().size() + 1;
        String of = "'" + programs + "'!";
        for (int at = 0; at < content.sums().size(); at++) {
            Row row = sheet.getRow(at + 2);
            String same = of + "$P$2:$P$" + last + ",$A" + (at + 3);
            row.createCell(1).setCellFormula("COUNTIFS(" + same + "," + of + "$R$2:$R$" + last + ",\">-1E+99\")");
            int column = 2;
            for (String letter : List.of("Q", "R", "S")) {
                row.createCell(column++)
                        .setCellFormula("SUMIF(" + same + "," + of + "$" + letter + "$2:$" + letter + "$" + last + ")");
            }
        }
        return sheet;
    }

    private List<List<@Nullable Object>> ahead(PortfolioReport.Content content) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(
                texts.of("portfolio.board.program"),
                texts.of("portfolio.board.col.gate"),
                texts.of("portfolio.calendar.day"),
                texts.of("portfolio.export.slip-days")));
        content.ahead()
                .forEach(gate -> rows.add(
                        Arrays.asList(gate.code(), texts.of("stage." + gate.stage()), gate.day(), gate.slip())));
        return rows;
    }

    private List<List<@Nullable Object>> figures(List<GateFigures.Figure> figures, boolean stages) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(java.util.stream.Stream.of(
                        stages ? "head.stage" : "head.quarter",
                        "decisions",
                        "onTime",
                        "recycled",
                        "stopped",
                        "held",
                        "days",
                        "promised",
                        "kept")
                .map(one -> texts.of("portfolio.figures." + one))
                .toList()));
        figures.forEach(one -> rows.add(Arrays.asList(
                stages ? texts.of("stage." + one.name()) : one.name(),
                one.decisions(),
                one.onTime(),
                one.recycled(),
                one.stopped(),
                one.held(),
                one.days(),
                one.promised(),
                one.kept())));
        return rows;
    }
}
