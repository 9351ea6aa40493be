package org.waymark.web;

/** Where a house of a test is reached. */
public final class AddressStand {

    private AddressStand() {}

    public static Addresses at(String told) {
        return new Addresses(told, "8080");
    }
}
