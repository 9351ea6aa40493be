package org.waymark.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signs what is sent: HMAC-SHA256 with the address's secret over the seconds since 1970, a dot and the body, so that a
 * receiver knows that it comes from here, is whole, and was not kept and sent again.
 */
@Component
class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;

    Seal(Clock clock) {
        this.clock = clock;
    }

    /** The value of the header Waymark-Signature: t=seconds,v1=hexadecimal. */
    String of(String secret, String body) {
        long at = clock.instant().getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] sum = mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
