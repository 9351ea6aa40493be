package org.waymark.engagement;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far people agree, each part from 0 to 1 and absent until measured: mean agreement over the eight maturity
 * dimensions, the share of people's top three that is the group's, how alike they rank the values (Kendall's W), and
 * how many of the agreed top three they name blind (dcfts.md 4.2).
 */
public record Alignment(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal agreement,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal topThree,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal ranking,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal recall,

        int chasmSplits,
        List<Warning> warnings) {

    static final BigDecimal ENOUGH = new BigDecimal("0.65");

    /**
     * From the figures the stages name. A part that is low warns as long as the stage that measured it is still open
     * and can talk about it; what people remember can be helped at any time; a finished program warns of nothing.
     */
    static Alignment of(Map<String, String> figures, Set<String> openStages, boolean running) {
        BigDecimal agreement = ratio(figures, "meanAgreement");
        BigDecimal topThree = ratio(figures, "topThreeOverlap");
        BigDecimal ranking = ratio(figures, "valuesConcordance");
        BigDecimal recall = ratio(figures, "recallMatch");
        int splits = Integer.parseInt(figures.getOrDefault("chasmSplits", "0"));
        List<Warning> warnings = new ArrayList<>();
        boolean values = running && openStages.contains("values");
        boolean maturity = running && openStages.contains("maturity");
        low(warnings, "agreement", agreement, maturity);
        low(warnings, "topThree", topThree, values);
        low(warnings, "ranking", ranking, values);
        low(warnings, "recall", recall, running);
        if (splits > 0 && maturity) {
            warnings.add(new Warning("alignment", "split", List.of(splits), List.of()));
        }
        return new Alignment(agreement, topThree, ranking, recall, splits, List.copyOf(warnings));
    }

    public boolean measured() {
        return agreement != null || topThree != null || ranking != null || recall != null;
    }

    private static void low(List<Warning> warnings, String part, @Nullable BigDecimal ratio, boolean canAct) {
        if (canAct && ratio != null && ratio.compareTo(ENOUGH) < 0) {
            warnings.add(new Warning("alignment", part, List.of(ratio), List.of()));
        }
    }

    private static @Nullable BigDecimal ratio(Map<String, String> figures, String name) {
        String figure = figures.get(name);
        return figure == null ? null : new BigDecimal(figure);
    }
}
