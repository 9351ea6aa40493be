package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.model.roi.RoiHouse.ATLAS;
import static org.waymark.model.roi.RoiHouse.task;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The case as a spreadsheet: live formulas that come to Waymark's own figures, and text that stays text. */
class WorkbookTests {

    private final RoiHouse house = new RoiHouse("STANDARD");
    private final RoiStory story = new RoiStory(house);

    @BeforeEach
    void worked() {
        house.model.open(ATLAS, 1);
        story.worked();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theWorkedCaseRecomputesToTheCent() throws Exception {
        PricedCase priced = house.book.priced(ATLAS);
        byte[] bytes = house.workbook.of(house.programs.get(ATLAS), priced);
        Path kept = Path.of("target", "pages", "case.xlsx");
        Files.createDirectories(kept.getParent());
        Files.write(kept, bytes);
        OpenedWorkbook opened = new OpenedWorkbook(bytes);
        opened.says(priced);
        Sheet front = opened.book.getSheet("Case");
        assertThat(Math.round(opened.number(front, WorkbookFlow.RESULTS + 2, 1)))
                .isEqualTo(402_001);
        assertThat(Math.round(opened.number(front, WorkbookFlow.RESULTS + 2, 2)))
                .isEqualTo(64_541);
    }

    @Test
    void nothingThatIsWorkedOutIsAFixedNumber() {
        PricedCase priced = house.book.priced(ATLAS);
        OpenedWorkbook opened = new OpenedWorkbook(house.workbook.of(house.programs.get(ATLAS), priced));
        for (String sheet : List.of("Case", "Cash flow", "Sensitivity")) {
            for (Row row : opened.book.getSheet(sheet)) {
                for (Cell cell : row) {
                    boolean year = sheet.equals("Cash flow") && row.getRowNum() == 0;
                    assertThat(cell.getCellType() == CellType.NUMERIC && !year)
                            .as(sheet + " " + cell.getAddress())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aChangedFigureMovesTheWorkbookAsItMovesWaymark() {
        PricedCase before = house.book.priced(ATLAS);
        OpenedWorkbook opened = new OpenedWorkbook(house.workbook.of(house.programs.get(ATLAS), before));
        String label = house.catalogue.benefit("BEN-01").inputs().get(0).label();
        opened.change(opened.figure("BEN-01", label), 100_000);
        CaseDraft stated = before.stated();
        List<BenefitLine> benefits = stated.benefits().stream()
                .map(line -> "BEN-01".equals(line.template()) ? with(line, "contactsPerYear", "100000") : line)
                .toList();
        CaseDraft changed = new CaseDraft(
                stated.horizonYears(),
                stated.rate(),
                stated.ramp(),
                stated.contingency(),
                benefits,
                stated.costs(),
                stated.scenarios(),
                stated.capacity());
        PricedCase after = house.pricing.price(changed, house.book.reviews(ATLAS));
        assertThat(after.sums().all().npv()).isNegative();
        opened.says(after);
        assertThat(opened.value(opened.book.getSheet("Case").getRow(2).getCell(0))
                        .getStringValue())
                .contains("does not pay");
    }

    @Test
    void theMostSensitiveFiguresSwingAsInWaymark() {
        PricedCase priced = house.book.priced(ATLAS);
        OpenedWorkbook opened = new OpenedWorkbook(house.workbook.of(house.programs.get(ATLAS), priced));
        List<Sensitivity.Swing> swings =
                new Sensitivity(house.catalogue, house.pricing).widest(priced, WorkbookSwings.MOST);
        Sheet sheet = opened.book.getSheet("Sensitivity");
        assertThat(swings).hasSize(5);
        for (int i = 0; i < swings.size(); i++) {
            assertThat(BigDecimal.valueOf(opened.number(sheet, i + 1, 1)))
                    .isCloseTo(swings.get(i).less(), cent());
            assertThat(BigDecimal.valueOf(opened.number(sheet, i + 1, 2)))
                    .isCloseTo(swings.get(i).more(), cent());
        }
    }

    @Test
    void theWorkbookIsForThoseWhoMayReadTheCase() {
        CaseDownload door = new CaseDownload(house.workbook, house.book, house.programs, house.team);
        org.mockito.Mockito.doThrow(org.waymark.web.Refusal.missing("program.unknown", ATLAS))
                .when(house.team)
                .mustSee(ATLAS, "stranger");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> door.download(ATLAS, () -> "stranger"))
                .hasMessage("program.unknown");
        var answer = door.download(ATLAS, () -> "service");
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("ATLAS-case.xlsx");
        new OpenedWorkbook(java.util.Objects.requireNonNull(answer.getBody())).says(house.book.priced(ATLAS));
    }

    private static org.assertj.core.data.Offset<BigDecimal> cent() {
        return org.assertj.core.data.Offset.offset(new BigDecimal("0.01"));
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() {
        CaseDraft stated = house.book.stated(ATLAS);
        List<String> hostile =
                List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\u200f\u05e9\u05dc\u05d5\u05dd");
        List<BenefitLine> benefits = new java.util.ArrayList<>();
        for (int i = 0; i < stated.benefits().size(); i++) {
            BenefitLine line = stated.benefits().get(i);
            benefits.add(new BenefitLine(
                    line.template(),
                    line.owner(),
                    line.inputs(),
                    hostile.get(i),
                    line.confidence(),
                    line.basis(),
                    hostile.get(i) + "\u0001 end",
                    line.included(),
                    line.amounts()));
        }
        CaseDraft changed = new CaseDraft(
                stated.horizonYears(),
                stated.rate(),
                stated.ramp(),
                stated.contingency(),
                benefits,
                stated.costs(),
                stated.scenarios(),
                stated.capacity());
        OpenedWorkbook opened = new OpenedWorkbook(
                house.workbook.of(house.programs.get(ATLAS), house.pricing.price(changed, Map.of())));
        Sheet lines = opened.book.getSheet("Lines");
        for (int i = 0; i < hostile.size(); i++) {
            Cell baseline = lines.getRow(i + 1).getCell(5);
            assertThat(baseline.getCellType()).isEqualTo(CellType.STRING);
            assertThat(baseline.getStringCellValue()).isEqualTo(hostile.get(i));
            assertThat(baseline.getCellStyle().getQuotePrefixed()).isEqualTo(i < 4);
        }
    }

    @Test
    void anEmptyCaseIsAWorkbookTooAndSaysNothingPays() {
        PricedCase empty = house.pricing.price(CaseDraft.EMPTY, Map.of());
        new OpenedWorkbook(house.workbook.of(house.programs.get(ATLAS), empty)).says(empty);
    }

    @Test
    void theFrontLineFollowsTheCapacityCheck() {
        CaseDraft begun = house.build.begin(task("buildBusinessCase", "manager"));
        Map<String, @Nullable BigDecimal> capacity = new LinkedHashMap<>();
        Map.of(
                        "weeklyVolume", "25000",
                        "relevantShare", "0.40",
                        "targetCoverage", "1",
                        "automatedShare", "0",
                        "minutesPerReply", "4",
                        "productiveHours", "30",
                        "currentAgents", "2")
                .forEach((name, figure) -> capacity.put(name, new BigDecimal(figure)));
        CaseDraft draft = new CaseDraft(
                begun.horizonYears(),
                begun.rate(),
                begun.ramp(),
                begun.contingency(),
                begun.benefits(),
                List.of(new CostLine(
                        "CST-09", null, Map.of("annualCost", new BigDecimal("40000")), null, Map.of(), null)),
                begun.scenarios(),
                capacity);
        PricedCase priced = house.pricing.price(draft, Map.of());
        OpenedWorkbook opened = new OpenedWorkbook(house.workbook.of(house.programs.get(ATLAS), priced));
        opened.says(priced);
        Sheet lines = opened.book.getSheet("Lines");
        int last = priced.lines().size();
        assertThat(opened.number(lines, last, WorkbookLines.AMOUNT)).isEqualTo(21 * 40_000d);
    }

    private static BenefitLine with(BenefitLine line, String input, String figure) {
        Map<String, @Nullable BigDecimal> inputs = new LinkedHashMap<>(line.inputs());
        inputs.put(input, new BigDecimal(figure));
        return new BenefitLine(
                line.template(),
                line.owner(),
                inputs,
                line.baseline(),
                line.confidence(),
                line.basis(),
                line.evidence(),
                line.included(),
                line.amounts());
    }
}
