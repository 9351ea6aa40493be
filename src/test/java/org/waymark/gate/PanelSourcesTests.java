package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.waymark.gate.GateHouse.CODE;
import static org.waymark.gate.GateHouse.RUN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.route.Route;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.TeamChanged;

/** A panel names people and rater groups as well as parts, and is made anew when somebody leaves. */
class PanelSourcesTests {

    private static final Verdict GO = new Verdict(Decision.GO, null, List.of(), List.of(), null, null, List.of());

    private GateHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new GateHouse();
        house.route.putAll(Map.of("panel", "SPONSOR,@finance!,#LEADERSHIP/2", "quorum", 2));
        leadership("service", "product");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void leadership(String... people) {
        when(house.team.members(CODE))
                .thenReturn(Arrays.stream(people)
                        .map(person -> new Member(CODE, person, Part.RATER, null, "LEADERSHIP"))
                        .toList());
    }

    private List<String> panel() {
        return house.votes.panel(house.sittings.ofInstance(RUN).id()).stream()
                .map(seat -> seat.person() + (seat.veto() ? "!" : "") + " " + seat.part())
                .toList();
    }

    private void vote(String person) {
        house.decide.submit(house.task("decideGate", person), GO);
    }

    @Test
    void itSeatsPartsPeopleByNameAndGroupsAndEachOwesItsVoices() {
        Sitting sitting = house.called();
        assertThat(panel())
                .containsExactly("sponsor SPONSOR", "finance! @finance", "service #LEADERSHIP", "product #LEADERSHIP");
        vote("sponsor");
        vote("finance");
        vote("service");
        assertThat(house.votes.count(sitting).state())
                .as("three say go, but the group owes a second voice")
                .isEqualTo(Count.State.OPEN);
        vote("product");
        assertThat(house.votes.count(sitting).state()).isEqualTo(Count.State.DECIDED);
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("PASS");
    }

    @Test
    void whoLeavesTheGroupLeavesTheSeatAndTheGroupOwesNoMoreThanItHas() {
        Sitting sitting = house.called();
        leadership("service");
        house.succession.on(new TeamChanged(CODE, "product", Part.RATER, null, "manager"));
        assertThat(panel()).containsExactly("sponsor SPONSOR", "finance! @finance", "service #LEADERSHIP");
        verify(house.ledger).append(eq(CODE), eq("PANEL_CHANGED"), eq("manager"), isNull(), eq("roi"), anyMap());
        vote("sponsor");
        vote("finance");
        vote("service");
        assertThat(house.votes.count(sitting).state()).isEqualTo(Count.State.DECIDED);
    }

    @Test
    void aSeatByNameGoesWhenItsPersonCanNoLongerSignInAndTheLastOneStays() {
        house.called();
        Person gone = new Person("finance", "Name of finance", null, Role.MEMBER, "en", "Europe/Berlin", false);
        when(house.people.find("finance")).thenReturn(Optional.of(gone));
        house.process.remindGatekeepers(CODE, RUN);
        assertThat(panel()).containsExactly("sponsor SPONSOR", "service #LEADERSHIP", "product #LEADERSHIP");
        for (String other : List.of("sponsor", "service", "product")) {
            Person left = new Person(other, other, null, Role.MEMBER, "en", "Europe/Berlin", false);
            when(house.people.find(other)).thenReturn(Optional.of(left));
        }
        when(house.team.holding(CODE, Part.SPONSOR)).thenReturn(List.of());
        leadership();
        house.process.remindGatekeepers(CODE, RUN);
        assertThat(panel()).as("an empty panel decides nothing").hasSize(1);
    }

    @Test
    void aPanelNobodyUnderstandsIsRefused() {
        for (String wrong : List.of("SPONSER", "#", "@", "SPONSOR/0", "#leadership")) {
            assertThatThrownBy(() -> Route.of(Map.of("panel", wrong, "quorum", 1)))
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
