package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text for people stands once: a key given twice would silently hide one of its texts. */
class MessageBundleTests {

    @Test
    void noKeyStandsTwice() throws IOException {
        assertThat(bundles()).isNotEmpty();
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Path bundle : bundles()) {
            for (String line : Files.readAllLines(bundle)) {
                int equals = line.indexOf('=');
                if (equals > 0
                        && !line.startsWith("#")
                        && !seen.add(line.substring(0, equals).strip())) {
                    twice.add(bundle.getFileName() + ": " + line);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.filter(file -> !file.getFileName().toString().contains("_"))
                    .toList();
        }
    }
}
