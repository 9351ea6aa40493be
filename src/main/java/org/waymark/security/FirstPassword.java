package org.waymark.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The file with the first administrator's password: written once, gone as soon as it no longer opens anything. */
@Component
class FirstPassword {
    static final String OWNER = "admin";

    private final Path folder;
    private final Path file;

    FirstPassword(@Value("${" + HouseKeys.DATA + "}") Path folder) {
        this.folder = folder;
        this.file = folder.resolve("first-password");
    }

    Path write(String password) throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.write(file, password);
        return file;
    }

    void changed(String id) {
        if (id.equals(OWNER)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
