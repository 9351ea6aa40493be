package org.waymark.process.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Of all calls the engine's web interface has, exactly those in src/test/resources/engine-routes.txt get past the door:
 * one more in the engine or in the rules without a line there fails here.
 */
class EngineRouteTests {
    private static final Path LIST = Path.of("src/test/resources/engine-routes.txt");

    private final Door door = new Door();

    @Test
    void ofEverythingTheEngineAnswersOnlyWhatIsListedIsOpen() throws Exception {
        Set<String> all = EngineRoutes.all();
        assertThat(all)
                .as("the engine's own calls were read")
                .hasSizeGreaterThan(300)
                .contains(
                        "POST /api/engine/engine/default/task/x1/bpmnError",
                        "POST /api/admin/setup/default/user/create",
                        "POST /api/engine/engine/default/filter/create",
                        "POST /api/engine/engine/default/deployment/create");
        List<String> open = open(all);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/engine-routes.txt"), open);
        assertThat(open).as("see target/engine-routes.txt").isEqualTo(listed());
    }

    @Test
    void nothingListedWritesButWhatIsMeantTo() throws Exception {
        assertThat(listed().stream().filter(line -> !line.startsWith("GET ") && !line.startsWith("OPTIONS ")))
                .allSatisfy(line -> assertThat(line)
                        .containsPattern("(/count|/list|/(complete|submit-form|claim|unclaim)|/retries|/logout"
                                + "|/(process-instance|job|job-definition|external-task|task|execution|group"
                                + "|variable-instance|activity-instance|incident|job-log|called-process-definitions"
                                + "|called-process-instances"
                                + "|history/task)) "));
    }

    @Test
    void aCallOfTheEngineThatOpensWithoutALineIsFound() throws Exception {
        var planted = new TreeSet<>(EngineRoutes.all());
        planted.add("GET /api/engine/engine/default/task/planted/form");
        assertThat(open(planted)).isNotEqualTo(listed());
    }

    private List<String> open(Set<String> all) {
        List<String> open = new ArrayList<>();
        for (String call : all) {
            String[] parts = call.split(" ");
            boolean everybody = opens(parts[0], parts[1], false);
            boolean administrators = opens(parts[0], parts[1], true);
            assertThat(!everybody || administrators).as(call).isTrue();
            if (administrators) {
                open.add(call + (everybody ? " everybody" : " administrators"));
            }
        }
        return open;
    }

    private boolean opens(String verb, String path, boolean administrator) {
        var call = new Door.Call(verb, path, null, "application/json", new byte[0]);
        return door.decide(call, administrator).kind() != Door.Kind.REFUSE;
    }

    private static List<String> listed() throws Exception {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
