package org.waymark.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A call with the mark by which the same call is recognised, ready to be read by whoever answers it. */
record KeyedCall(HttpServletRequest request, String hash) {

    static final int MOST_MEGABYTES = 2;

    /** Reads the call; files are left where the server keeps them, only their bytes count. */
    static KeyedCall of(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = Sha256.digest();
        for (String part : new String[] {request.getMethod(), request.getRequestURI(), request.getQueryString()}) {
            digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        HttpServletRequest held = request;
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            for (Part part : request.getParts()) {
                digest.update((part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                digest.update(part.getInputStream().readAllBytes());
            }
        } else {
            int most = MOST_MEGABYTES * 1024 * 1024;
            byte[] content = request.getInputStream().readNBytes(most + 1);
            if (content.length > most) {
                throw Refusal.bad("web.too-large", MOST_MEGABYTES);
            }
            digest.update(content);
            held = new HeldRequest(request, content);
        }
        return new KeyedCall(held, HexFormat.of().formatHex(digest.digest()));
    }

    static String hashOf(String key) {
        return Sha256.hex(key);
    }
}
