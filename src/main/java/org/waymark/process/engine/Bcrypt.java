package org.waymark.process.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.waymark.web.Sha256;

/** Keeps the engine's passwords as bcrypt; hashed once before, since bcrypt reads 72 bytes and the engine adds its salt. */
class Bcrypt implements PasswordEncryptor {
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(shortened(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return bcrypt.matches(shortened(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt-sha256";
    }

    private static String shortened(String password) {
        return Base64.getEncoder().encodeToString(Sha256.digest().digest(password.getBytes(StandardCharsets.UTF_8)));
    }
}
