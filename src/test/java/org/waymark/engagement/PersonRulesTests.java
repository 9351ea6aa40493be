package org.waymark.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.engagement.Functions.Standing;
import org.waymark.stage.Ask;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;

/** Who a later stage asks, who is in the coalition, and what a week of waiting costs. */
class PersonRulesTests {

    private static final List<Member> TEAM = List.of(
            new Member("ATLAS", "simone", Part.SPONSOR, null, null),
            new Member("ATLAS", "mona", Part.MANAGER, null, null),
            new Member("ATLAS", "sara", Part.FUNCTION_LEAD, "FN-SVC", "LEADERSHIP"),
            new Member("ATLAS", "felix", Part.FINANCE, null, null),
            new Member("ATLAS", "gus", Part.GATEKEEPER, null, null));

    @Test
    void aLaterStageAsksWhoeverPlaysThePart() {
        assertThat(asks("STAKEHOLDER")).containsExactly("sara", "felix");
        // as long as nobody is named to rate, everybody is asked
        assertThat(asks("RATER")).containsExactly("sara", "felix");
        assertThat(asks("FINANCE")).containsExactly("felix");
        // a part nobody plays falls to the manager
        assertThat(asks("ARCHITECT")).containsExactly("mona");
        assertThat(asks("OWNER")).isEmpty();
    }

    @Test
    void aFunctionIsInOnceSomebodyOfItActed() {
        assertThat(Functions.standing(List.of(), Set.of("sara"), Set.of())).isEqualTo(Standing.OUT);
        assertThat(Functions.standing(List.of("sara", "bo"), Set.of("bo"), Set.of("sara")))
                .isEqualTo(Standing.IN);
        assertThat(Functions.standing(List.of("sara"), Set.of(), Set.of("sara")))
                .isEqualTo(Standing.WAITING);
        assertThat(Functions.standing(List.of("sara"), Set.of("bo"), Set.of())).isEqualTo(Standing.NOT_ASKED);
    }

    @Test
    void aWeekCostsTheNetValueOverTheWeeksOfTheHorizon() {
        assertThat(SponsorPage.perWeek(new BigDecimal("1560000"), 3)).isEqualByComparingTo("10000");
        assertThat(SponsorPage.perWeek(new BigDecimal("100"), 3)).isEqualByComparingTo("1");
    }

    private static List<String> asks(String part) {
        Ask ask = new Ask("task", part, 10);
        return TEAM.stream()
                .map(Member::person)
                .filter(person -> Upcoming.asked(ask, TEAM, person))
                .toList();
    }
}
