package org.waymark.security;

import java.nio.file.Path;
import java.util.Base64;

/** A vault with a key of its own, for tests without the house. */
public final class VaultStand {

    private VaultStand() {}

    public static Vault vault() {
        return vault((byte) 7);
    }

    public static Vault vault(byte of) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, of);
        return new Vault(Base64.getEncoder().encodeToString(key), Path.of("target"));
    }
}
