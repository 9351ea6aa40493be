package org.waymark.bench;

import java.util.List;
import java.util.stream.IntStream;

/** Who a diagram asks; called by the engines' expressions. */
public final class People {

    /** So many stakeholders. */
    public List<String> of(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(n -> "person" + n).toList();
    }
}
