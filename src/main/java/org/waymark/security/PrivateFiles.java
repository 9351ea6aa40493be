package org.waymark.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only the account Waymark runs under may open. */
final class PrivateFiles {
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
        // created empty and closed first: the secret is never readable to others, not even for a moment
        Files.deleteIfExists(file);
        Files.createFile(file);
        close(file, "rw-------");
        Files.writeString(file, text + "\n");
    }

    private static void close(Path path, String permissions) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
