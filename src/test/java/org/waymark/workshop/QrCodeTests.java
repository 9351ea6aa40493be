package org.waymark.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a phone reads off the screen is the address that was drawn, with a quiet edge around it. */
class QrCodeTests {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int QUIET = 4;

    @Test
    void theDrawnSquaresReadAsTheAddress() throws Exception {
        String address = "https://waymark.example.org/vote/room/" + Secrets.token();
        QrCode code = QrCode.of(address);
        int side = code.size() - 2 * QUIET;
        BitMatrix seen = new BitMatrix(side);
        int at = 0;
        Matcher run = RUN.matcher(code.path());
        while (run.find()) {
            assertThat(run.start()).isEqualTo(at);
            at = run.end();
            seen.setRegion(
                    Integer.parseInt(run.group(1)) - QUIET,
                    Integer.parseInt(run.group(2)) - QUIET,
                    Integer.parseInt(run.group(3)),
                    1);
        }
        assertThat(at).isEqualTo(code.path().length());
        assertThat(new Decoder().decode(seen).getText()).isEqualTo(address);
    }
}
