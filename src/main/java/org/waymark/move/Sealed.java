package org.waymark.move;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sealed answers a program holds at this moment: the stage whose open round somebody has answered, and the open
 * reviews in which somebody has voted, as {@code stage/number}. None of these answers leaves the house.
 */
record Sealed(@Nullable String stage, List<String> reviews) {}
