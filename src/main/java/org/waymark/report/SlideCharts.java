package org.waymark.report;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.waymark.stage.Document;

/** Puts a chart on a slide as the presentation program's own, with its figures behind it. */
final class SlideCharts {

    private SlideCharts() {}

    static void add(XMLSlideShow show, XSLFSlide slide, Document.Chart from, Rectangle2D place) {
        XSLFChart chart = show.createChart();
        XDDFCategoryAxis categories =
                chart.createCategoryAxis("bar".equals(from.type()) ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values =
                chart.createValueAxis("bar".equals(from.type()) ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        // names stay at the edge when a figure is below zero
        categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
        XDDFChartData data = chart.createData(
                switch (from.type()) {
                    case "bar" -> ChartTypes.BAR;
                    case "radar" -> ChartTypes.RADAR;
                    default -> ChartTypes.LINE;
                },
                categories,
                values);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(BarDirection.BAR);
            bars.setGapWidth(60);
            // the first category on top, as on the page
            categories.setOrientation(AxisOrientation.MAX_MIN);
        }
        int count = from.categories().size();
        XDDFCategoryDataSource names =
                XDDFDataSourcesFactory.fromArray(from.categories().toArray(String[]::new), range(chart, count, 0), 0);
        for (int at = 0; at < from.series().size(); at++) {
            Document.Series series = from.series().get(at);
            Double[] points = series.points().stream()
                    .map(point -> point == null ? null : point.doubleValue())
                    .toArray(Double[]::new);
            XDDFNumericalDataSource<Double> figures =
                    XDDFDataSourcesFactory.fromArray(points, range(chart, count, at + 1), at + 1);
            XDDFChartData.Series line = data.addSeries(names, figures);
            line.setTitle(series.name(), chart.setSheetTitle(series.name(), at + 1));
            if (line instanceof XDDFLineChartData.Series straight) {
                straight.setSmooth(false);
            }
            paint(line, at, "bar".equals(from.type()));
        }
        chart.plot(data);
        if (from.series().size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        slide.addChart(chart, place(place));
    }

    private static String range(XSLFChart chart, int count, int column) {
        return chart.formatRange(new CellRangeAddress(1, count, column, column));
    }

    private static void paint(XDDFChartData.Series series, int at, boolean filled) {
        Color colour = ChartDrawing.COLOURS.get(at % ChartDrawing.COLOURS.size());
        XDDFSolidFillProperties fill = new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) colour.getRed(), (byte) colour.getGreen(), (byte) colour.getBlue()}));
        XDDFShapeProperties look = new XDDFShapeProperties();
        if (filled) {
            look.setFillProperties(fill);
        }
        look.setLineProperties(new XDDFLineProperties(fill));
        series.setShapeProperties(look);
    }

    /** A chart's place is asked for in the file's own unit, 12,700 to a point. */
    private static Rectangle2D place(Rectangle2D points) {
        int unit = org.apache.poi.util.Units.EMU_PER_POINT;
        return new Rectangle2D.Double(
                points.getX() * unit, points.getY() * unit, points.getWidth() * unit, points.getHeight() * unit);
    }
}
