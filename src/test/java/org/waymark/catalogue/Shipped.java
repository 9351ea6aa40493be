package org.waymark.catalogue;

import java.util.ArrayList;
import java.util.List;

/** The catalogue files as a program meets them, without a database. */
class Shipped {

    static Shelves shelves() {
        return Shelves.of(items());
    }

    static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (ShippedItem item : new ShippedCatalogue().items(kind)) {
                items.add(new Item(
                        kind,
                        item.id(),
                        Item.Origin.SHIPPED,
                        item.version(),
                        true,
                        item.position(),
                        item.data(),
                        item.texts().get("en")));
            }
        }
        return items;
    }

    private Shipped() {}
}
