package org.waymark.move;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.web.Refusal;
import org.waymark.web.Sha256;

/** The file itself: a zip of JSON parts with a manifest that holds the fingerprint of each, and the manifest's own. */
final class Parcel {

    /** The largest file that is taken in, in bytes: 40 megabytes. */
    static final int LARGEST = 40 * 1024 * 1024;

    /** The most it may hold when it is unpacked, in bytes: 96 megabytes. */
    static final int LARGEST_UNPACKED = 96 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Parcel.class);
    private static final int MOST_PARTS = 300;
    private static final String MANIFEST = "manifest.json";
    private static final String SEAL = "manifest.sha256";
    private static final int END_OF_ZIP = 22;
    private static final TypeReference<List<Map<String, @Nullable Object>>> ROWS = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Manifest manifest;
    private final Map<String, byte[]> parts;

    private Parcel(Manifest manifest, Map<String, byte[]> parts) {
        this.manifest = manifest;
        this.parts = parts;
    }

    Manifest manifest() {
        return manifest;
    }

    /** The rows of one part; none when the file has no such part. */
    List<Map<String, @Nullable Object>> rows(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            return List.of();
        }
        try {
            List<Map<String, @Nullable Object>> rows = JSON.readValue(part, ROWS);
            if (rows != null && rows.stream().noneMatch(Objects::isNull)) {
                return rows;
            }
        } catch (IOException notOurs) {
            log.debug("{} cannot be read", name, notOurs);
        }
        throw Refusal.invalid("move.broken", name).at("file");
    }

    static Manifest.Piece piece(String name, int rows, byte[] part) {
        return new Manifest.Piece(name, rows, part.length, Sha256.hex(part));
    }

    static byte[] part(Object content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The finished file; refused when nobody could take it in. */
    static byte[] pack(Manifest manifest, Map<String, byte[]> parts) {
        if (parts.values().stream().mapToLong(part -> part.length).sum() > LARGEST_UNPACKED) {
            throw tooLarge();
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] first = part(manifest);
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            put(zip, MANIFEST, first);
            put(zip, SEAL, Sha256.hex(first).getBytes(StandardCharsets.US_ASCII));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.size() > LARGEST) {
            throw tooLarge();
        }
        return file.toByteArray();
    }

    static Refusal tooLarge() {
        return Refusal.invalid("move.large", LARGEST / (1024 * 1024));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Opens a file that somebody brought, after looking at every byte of it. */
    static Parcel open(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            throw Refusal.invalid("move.size", LARGEST / (1024 * 1024)).at("file");
        }
        Map<String, byte[]> parts = unpack(file);
        byte[] first = parts.remove(MANIFEST);
        byte[] seal = parts.remove(SEAL);
        if (first == null || seal == null) {
            throw Refusal.invalid("move.foreign").at("file");
        }
        if (!Sha256.hex(first).equals(new String(seal, StandardCharsets.US_ASCII))) {
            throw Refusal.invalid("move.changed", MANIFEST).at("file");
        }
        Manifest manifest = manifest(first);
        List<String> named = new ArrayList<>();
        for (Manifest.Piece piece : manifest.parts()) {
            byte[] part = parts.get(piece.name());
            if (part == null) {
                throw Refusal.invalid("move.missing", piece.name()).at("file");
            }
            if (!Sha256.hex(part).equals(piece.sha256())) {
                throw Refusal.invalid("move.changed", piece.name()).at("file");
            }
            named.add(piece.name());
        }
        if (!named.containsAll(parts.keySet())) {
            throw Refusal.invalid("move.foreign").at("file");
        }
        return new Parcel(manifest, parts);
    }

    private static Manifest manifest(byte[] first) {
        try {
            Map<?, ?> said = JSON.readValue(first, Map.class);
            if (!Manifest.FORMAT.equals(said.get("format"))) {
                throw Refusal.invalid("move.foreign").at("file");
            }
            if (!Integer.valueOf(Manifest.VERSION).equals(said.get("version"))) {
                throw Refusal.invalid("move.version", String.valueOf(said.get("version")), Manifest.VERSION)
                        .at("file");
            }
            Manifest manifest = JSON.readValue(first, Manifest.class);
            if (!manifest.whole()) {
                throw Refusal.invalid("move.broken", MANIFEST).at("file");
            }
            return manifest;
        } catch (IOException notOurs) {
            throw Refusal.invalid("move.broken", MANIFEST).at("file");
        }
    }

    private static Map<String, byte[]> unpack(byte[] file) {
        boolean zipped = file.length > END_OF_ZIP && file[0] == 'P' && file[1] == 'K';
        if (!zipped) {
            throw Refusal.invalid("move.foreign").at("file");
        }
        int end = file.length - END_OF_ZIP;
        if (file[end] != 'P' || file[end + 1] != 'K' || file[end + 2] != 5 || file[end + 3] != 6) {
            throw Refusal.invalid("move.cut").at("file");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long left = LARGEST_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = read(zip, left);
                left -= content.length;
                if (parts.put(entry.getName(), content) != null || parts.size() > MOST_PARTS) {
                    throw Refusal.invalid("move.foreign").at("file");
                }
            }
        } catch (IOException | IllegalArgumentException torn) {
            throw Refusal.invalid("move.cut").at("file");
        }
        return parts;
    }

    private static byte[] read(InputStream in, long left) throws IOException {
        byte[] content = in.readNBytes((int) left + 1);
        if (content.length > left) {
            throw Refusal.invalid("move.unpacked", LARGEST_UNPACKED / (1024 * 1024))
                    .at("file");
        }
        return content;
    }
}
