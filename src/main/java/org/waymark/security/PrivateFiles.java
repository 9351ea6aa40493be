package org.waymark.security;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that only the account Waymark runs under may open. */
final class PrivateFiles {
    private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
    private static final int LOOKS = 20;
    private static final long PAUSE_MILLIS = 50;

    private PrivateFiles() {}

    static void folder(Path folder) throws IOException {
        var parent = folder.toAbsolutePath().normalize().getParent();
        if (parent != null
                && parent.getFileName() != null
                && parent.getFileName().toString().equals("data")) {
            Files.createDirectories(parent);
            close(parent, "rwx------");
        }
        Files.createDirectories(folder);
        close(folder, "rwx------");
    }

    static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        make(file, text);
    }

    /** What the file holds; made where there is none, and never over what another start has just made. */
    static String kept(Path file, Supplier<String> made) throws IOException {
        if (!Files.exists(file)) {
            try {
                make(file, made.get());
            } catch (FileAlreadyExistsException faster) {
                log.debug("Another start has made {}", file);
            }
        }
        for (int looks = 0; looks < LOOKS; looks++) {
            String text = Files.readString(file).strip();
            if (!text.isEmpty()) {
                return text;
            }
            pause(); // whoever made it is about to write
        }
        throw new IOException(file + " is empty; remove it, and a new one is made");
    }

    private static void make(Path file, String text) throws IOException {
        // created empty and closed first: the secret is never readable to others, not even for a moment
        Files.createFile(file);
        close(file, "rw-------");
        Files.writeString(file, text + "\n");
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a file");
        }
    }

    private static void close(Path path, String permissions) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
