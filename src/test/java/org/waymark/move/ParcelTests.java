package org.waymark.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.waymark.web.Refusal;

/** What is taken for a program's file, and what is not. */
class ParcelTests {

    private static final byte[] ROWS = "[{\"program\":\"ATLAS\",\"name\":\"Answer everyone\"}]".getBytes();

    @Test
    void aFileIsReadAsItWasWritten() {
        Parcel parcel = Parcel.open(file(1));
        assertThat(parcel.manifest().code()).isEqualTo("ATLAS");
        assertThat(parcel.rows("tables/program.json"))
                .containsExactly(Map.of("program", "ATLAS", "name", "Answer everyone"));
        assertThat(parcel.rows("tables/nothing.json")).isEmpty();
    }

    @Test
    void whatIsNoProgramsFileIsSaidToBeNone() throws Exception {
        assertThat(refusal("hello".getBytes())).isEqualTo("move.foreign");
        assertThat(refusal(zip(Map.of("word/document.xml", new byte[] {1})))).isEqualTo("move.foreign");
        assertThat(refusal(new byte[0])).isEqualTo("move.size");
        assertThat(refusal(file(2))).isEqualTo("move.version");
    }

    @Test
    void aFileThatIsCutOrChangedAnywhereInItsPartsIsRefused() throws Exception {
        byte[] whole = file(1);
        for (int cut = 30; cut < whole.length; cut += 37) {
            byte[] torn = Arrays.copyOf(whole, cut);
            assertThat(refusal(torn)).isIn("move.cut", "move.foreign");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                parts.put(one.getName(), zip.readAllBytes());
            }
        }
        assertThat(parts).hasSize(3);
        for (String name : parts.keySet()) {
            byte[] part = parts.get(name);
            for (int at = 0; at < part.length; at++) {
                Map<String, byte[]> changed = new LinkedHashMap<>(parts);
                byte[] other = part.clone();
                other[at] ^= 1;
                changed.put(name, other);
                assertThat(refusal(zip(changed))).as(name + " at " + at).isEqualTo("move.changed");
            }
        }
        Map<String, byte[]> more = new LinkedHashMap<>(parts);
        more.put("tables/team_member.json", ROWS);
        assertThat(refusal(zip(more))).isEqualTo("move.foreign");
        Map<String, byte[]> less = new LinkedHashMap<>(parts);
        less.remove("tables/program.json");
        assertThat(refusal(zip(less))).isEqualTo("move.missing");
    }

    @Test
    void aSmallFileThatUnpacksWithoutEndIsLeftAlone() throws Exception {
        byte[] nothing = new byte[1024 * 1024];
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                zip.write(nothing);
            }
        }
        assertThat(file.size()).isLessThan(200_000);
        assertThat(refusal(file.toByteArray())).isEqualTo("move.unpacked");
    }

    private static byte[] file(int version) {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                version,
                "1",
                "ATLAS",
                "Answer everyone",
                "RUNNING",
                "values",
                "2026-11-22T10:00:00Z",
                "Mona",
                1,
                "0",
                null,
                List.of(),
                "",
                Map.of(),
                List.of(),
                List.of(Parcel.piece("tables/program.json", 1, ROWS)));
        return Parcel.pack(manifest, Map.of("tables/program.json", ROWS));
    }

    private static byte[] zip(Map<String, byte[]> parts) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return file.toByteArray();
    }

    private static String refusal(byte[] file) {
        Refusal[] said = new Refusal[1];
        assertThatThrownBy(() -> Parcel.open(file)).isInstanceOfSatisfying(Refusal.class, one -> said[0] = one);
        assertThat(said[0].status()).isEqualTo(422);
        return said[0].key();
    }
}
