package org.waymark.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.opentest4j.TestAbortedException;

/** A disk of its own, small enough to be filled. */
final class SmallDisk implements AutoCloseable {

    private static final byte[] PIECE = new byte[64 * 1024];

    final Path folder;
    private final Path ballast;

    SmallDisk(String size) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("waymark-disk");
        ballast = folder.resolve("ballast");
        if (run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) != 0) {
            throw new TestAbortedException("needs the right to mount a small disk (tmpfs)");
        }
    }

    /** Takes whatever room is left. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(PIECE, 0, (int) Math.min(PIECE.length, folder.toFile().getUsableSpace()));
            }
        } catch (IOException full) {
            if (folder.toFile().getUsableSpace() > PIECE.length) {
                throw full;
            }
        }
    }

    /** Gives it back. */
    void free() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (run("umount", folder.toString()) != 0 && run("umount", "-l", folder.toString()) != 0) {
            throw new IOException(folder + " stays mounted");
        }
        Files.delete(folder);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
