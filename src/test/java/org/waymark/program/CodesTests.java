package org.waymark.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.web.Refusal;

/** A code is given once, and a launch hears of it first, whatever else it lacks. */
class CodesTests {

    private final ProgramRepository repository = mock();
    private final People people = mock();
    private final LaunchRules rules = new LaunchRules(people, Clock.systemUTC());
    private final Codes codes = new Codes(rules, repository);

    @Test
    void aCodeIsTidiedAndFreeOrRefusedAtItsField() {
        assertThat(codes.free(" atlas-2 ")).isEqualTo("ATLAS-2");
        when(repository.find("ATLAS")).thenReturn(Optional.of(mock(Program.class)));
        assertThatThrownBy(() -> codes.free("atlas")).isInstanceOfSatisfying(Refusal.class, CodesTests::isTaken);
    }

    @Test
    void aLaunchUnderATakenCodeHearsOfThatBeforeAnythingElse() {
        when(repository.find("ATLAS")).thenReturn(Optional.of(mock(Program.class)));
        when(people.get("max"))
                .thenReturn(new Person("max", "Max", "max@example.com", Role.MANAGER, "en", "UTC", true));
        Programs programs = new Programs(
                repository,
                rules,
                codes,
                mock(),
                mock(),
                mock(),
                mock(),
                people,
                mock(),
                mock(),
                mock(),
                Clock.systemUTC(),
                mock());
        Launch nobodyInIt = new Launch("atlas", "", "", "", "", "", "", "", "", "", null, "", "", List.of());
        assertThatThrownBy(() -> programs.launch(nobodyInIt, "max"))
                .isInstanceOfSatisfying(Refusal.class, CodesTests::isTaken);
        verify(repository, never()).insert(any(Program.class));
    }

    private static void isTaken(Refusal refusal) {
        assertThat(refusal.key()).isEqualTo("program.exists");
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.field()).isEqualTo("code");
    }
}
