package org.waymark.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A call whose content has been read once to recognise it, and can be read again by whoever answers it. */
final class KeyedCall extends HttpServletRequestWrapper {

    static final int MOST_MEGABYTES = 2;

    private final byte[] content;
    private final String hash;

    private KeyedCall(HttpServletRequest request, byte[] content, String hash) {
        super(request);
        this.content = content;
        this.hash = hash;
    }

    /** Reads the call; files are left where the server keeps them, only their bytes count. */
    static KeyedCall of(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = sha256();
        for (String part : new String[] {request.getMethod(), request.getRequestURI(), request.getQueryString()}) {
            digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] content = new byte[0];
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            for (Part part : request.getParts()) {
                digest.update((part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                digest.update(part.getInputStream().readAllBytes());
            }
        } else {
            int most = MOST_MEGABYTES * 1024 * 1024;
            content = request.getInputStream().readNBytes(most + 1);
            if (content.length > most) {
                throw Refusal.bad("web.too-large", MOST_MEGABYTES);
            }
            digest.update(content);
        }
        return new KeyedCall(request, content, HexFormat.of().formatHex(digest.digest()));
    }

    String hash() {
        return hash;
    }

    static String hashOf(String key) {
        return HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Again(new ByteArrayInputStream(content));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Again(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("this content is already here");
        }
    }
}
