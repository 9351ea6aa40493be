package org.waymark.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Whose acts somebody reads, on the page and by the API alike. */
class SponsorActsTests {

    private final Team team = mock();
    private final SponsorActs acts =
            new SponsorActs(mock(), mock(), mock(), mock(), mock(), mock(), mock(), team, mock(), mock());

    @Test
    void aSponsorReadsTheirOwnAndTheManagerThoseOfTheSponsor() {
        when(team.holding("ATLAS", Part.SPONSOR)).thenReturn(List.of("sue"));
        when(team.holding("ATLAS", Part.MANAGER)).thenReturn(List.of("max"));
        when(team.sponsor("ATLAS")).thenReturn("sue");
        assertThat(acts.whose("ATLAS", "sue")).isEqualTo("sue");
        assertThat(acts.whose("ATLAS", "max")).isEqualTo("sue");
        assertThatThrownBy(() -> acts.whose("ATLAS", "ada"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
    }
}
