package org.waymark.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;

/**
 * Keeps secrets that we have to say again, so that a copy of the database alone gives none away: AES-256-GCM under a key
 * of the installation, each bound to what it belongs to. The key is set, or lies beside the database.
 */
@Component
public class Vault {

    static final String KEY_FILE = "vault-key";
    private static final String FORM = "v1.";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    // a key that is none stops the start, and not the first secret weeks later
    Vault(@Value("${waymark.vault-key:}") String set, @Value("${" + HouseKeys.DATA + "}") Path folder) {
        this.key = set.isBlank()
                ? key(kept(folder), "The file " + folder.resolve(KEY_FILE))
                : key(set.strip(), "waymark.vault-key (WAYMARK_VAULT_KEY)");
    }

    /** Whether this was sealed here, and is not yet as it was typed. */
    public static boolean isSealed(String text) {
        return text.startsWith(FORM);
    }

    /** Seals a secret of one thing; the same secret never looks the same twice. */
    public String seal(String secret, String whose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, whose).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this can be said again: sealed under our key, for this thing, and not changed since. */
    public boolean opens(String sealed, String whose) {
        try {
            open(sealed, whose);
            return true;
        } catch (Refusal otherKey) {
            return false;
        }
    }

    /** Gives a secret back, unless it was sealed elsewhere, for another thing, or was changed since. */
    public String open(String sealed, String whose) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(sealed.substring(FORM.length()));
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, nonce, whose).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw Refusal.conflict("security.vault.other-key");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String whose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey key(String text, String where) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException noBase64) {
            // the same words help, whatever is wrong with it
        }
        throw new KeyUnfit(where + " has to hold 32 bytes in Base64: openssl rand -base64 32");
    }

    private String kept(Path folder) {
        try {
            PrivateFiles.folder(folder);
            return PrivateFiles.kept(folder.resolve(KEY_FILE), () -> {
                byte[] bytes = new byte[KEY_BYTES];
                random.nextBytes(bytes);
                return Base64.getEncoder().encodeToString(bytes);
            });
        } catch (IOException e) {
            throw new KeyUnfit("The key in " + folder + " cannot be read: " + e.getMessage());
        }
    }
}
