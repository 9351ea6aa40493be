package org.waymark.model.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.waymark.model.TestHouse.PROGRAM;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waymark.catalogue.Capability;
import org.waymark.company.Company;
import org.waymark.model.TestHouse;
import org.waymark.model.values.AgreedValuesFixture;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;

/** Each lead is asked only what their function knows, and no answer of fewer than three can be read off. */
class CapabilityLoadTests {

    private final TestHouse house = new TestHouse();
    private final CapabilityVotes votes = new CapabilityVotes(house.jdbc, house.clock);
    private final Serving serving = new Serving(house.catalogue, AgreedValuesFixture.reading(house.jdbc));
    private final KnownCapabilities known = new KnownCapabilities(mock(Company.class));
    private final Asking asking = new Asking(votes, known, house.catalogue, house.team);

    @AfterEach
    void shutDown() {
        house.close();
    }

    @Test
    void aLeadIsAskedOnlyWhatTheFunctionKnowsWhenThreeOthersDo() {
        AgreedValuesFixture.agree(house.jdbc, PROGRAM, Map.of("VAL-06", 60, "VAL-17", 40));
        house.team(lead("ana", "FN-SVC"), lead("ben", "FN-SVC"), lead("cleo", "FN-SVC"), lead("petra", "FN-PRD"));
        votes.open(PROGRAM, 1, List.of("ana", "ben", "cleo", "petra"));
        Serving.Picture picture = serving.of(PROGRAM);
        Set<String> onlyReply = ids(
                picture,
                capability -> capability.serves().contains("VAL-06")
                        && !capability.serves().contains("VAL-17"));

        assertThat(onlyReply).isNotEmpty();
        assertThat(asking.of(PROGRAM, "ana", picture)).containsAll(onlyReply);
        assertThat(asking.of(PROGRAM, "petra", picture)).doesNotContainAnyElementsOf(onlyReply);
        // what product alone knows is asked of everybody, or its spread would be one person's answer
        assertThat(asking.of(PROGRAM, "ana", picture))
                .containsAll(ids(picture, capability -> capability.serves().contains("VAL-17")));
    }

    @Test
    void everyCapabilityIsAskedOfAtLeastThreeOrOfEverybody() {
        AgreedValuesFixture.agree(house.jdbc, PROGRAM, Map.of("VAL-05", 40, "VAL-07", 30, "VAL-13", 20, "VAL-17", 10));
        List<Member> leads = Stream.of("SVC", "MKT", "PRD", "SAL", "HR", "LEG", "ECO", "RES", "PR", "ADV")
                .map(function -> lead(function.toLowerCase(java.util.Locale.ROOT), "FN-" + function))
                .toList();
        house.team(leads.toArray(Member[]::new));
        votes.open(PROGRAM, 1, leads.stream().map(Member::person).toList());
        Serving.Picture picture = serving.of(PROGRAM);
        for (Capability capability : picture.capabilities()) {
            long asked = leads.stream()
                    .filter(lead -> asking.of(PROGRAM, lead.person(), picture).contains(capability.id()))
                    .count();
            assertThat(asked).as(capability.name()).isGreaterThanOrEqualTo(3);
        }
    }

    private static Member lead(String person, String function) {
        return new Member(PROGRAM, person, Part.FUNCTION_LEAD, function, null);
    }

    private static Set<String> ids(Serving.Picture picture, java.util.function.Predicate<Capability> which) {
        return picture.capabilities().stream()
                .filter(which)
                .map(Capability::id)
                .collect(java.util.stream.Collectors.toSet());
    }
}
