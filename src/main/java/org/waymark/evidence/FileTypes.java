package org.waymark.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The kinds of files that may stand as evidence; a name is believed only when the bytes say the same. */
final class FileTypes {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> MEDIA = Map.of(
            "pdf", "application/pdf",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "docx", OFFICE + "wordprocessingml.document",
            "xlsx", OFFICE + "spreadsheetml.sheet",
            "pptx", OFFICE + "presentationml.presentation",
            "csv", "text/csv",
            "txt", "text/plain");
    private static final Map<String, String> FOLDER = Map.of("docx", "word/", "xlsx", "xl/", "pptx", "ppt/");
    private static final int MOST_ENTRIES = 200;

    private FileTypes() {}

    /** The media type, when the ending is a known one and the content agrees with it. */
    static Optional<String> of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean agrees = switch (ending) {
            case "pdf" -> begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII));
            case "png" -> begins(content, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
            case "jpg", "jpeg" -> begins(content, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
            case "docx", "xlsx", "pptx" -> office(content, FOLDER.getOrDefault(ending, "?"));
            case "csv", "txt" -> text(content);
            default -> false;
        };
        return agrees ? Optional.ofNullable(MEDIA.get(ending)) : Optional.empty();
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length > mark.length
                && ByteBuffer.wrap(content, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    /** An office document is an archive with its own folder; macros have no place in evidence. */
    private static boolean office(byte[] content, String folder) {
        boolean found = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < MOST_ENTRIES; i++) {
                if (entry.getName().endsWith("vbaProject.bin")) {
                    return false;
                }
                found |= entry.getName().startsWith(folder);
                entry = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
        return found;
    }

    private static boolean text(byte[] content) {
        for (byte one : content) {
            if (one == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
