package org.waymark.hook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;

/** Which addresses may be written to: HTTPS on the open internet, unless the house allows its own network. */
@Component
class Reach {

    private final boolean inside;

    Reach(@Value("${waymark.hooks.inside:false}") boolean inside) {
        this.inside = inside;
    }

    /** The address when it may be written to; refused, in words, when not. Names are looked up each time. */
    URI checked(@Nullable String typed) {
        URI address = read(typed == null ? "" : typed.strip());
        if (inside) {
            return address;
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw Refusal.invalid("hook.address.https").at("address");
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
                if (!open(one)) {
                    throw Refusal.invalid("hook.address.inside").at("address");
                }
            }
        } catch (UnknownHostException e) {
            throw Refusal.invalid("hook.address.unknown").at("address");
        }
        return address;
    }

    private static URI read(String typed) {
        try {
            URI address = new URI(typed);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw Refusal.invalid("hook.address.wrong").at("address");
        }
        throw Refusal.invalid("hook.address.wrong").at("address");
    }

    /** Whether an address lies on the open internet, not in a private, local or special range. */
    static boolean open(InetAddress one) {
        if (one.isLoopbackAddress()
                || one.isAnyLocalAddress()
                || one.isLinkLocalAddress()
                || one.isSiteLocalAddress()
                || one.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = one.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (one instanceof Inet6Address) {
            // only global unicast, without the ranges that carry an IPv4 address inside
            boolean sixToFour = first == 0x20 && second == 0x02;
            boolean teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
            return (first & 0xe0) == 0x20 && !sixToFour && !teredo;
        }
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean special = first == 192 && second == 0 && bytes[2] == 0;
        boolean measured = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !shared && !special && !measured;
    }
}
