package org.waymark.stage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something one person stands for in an agreed record, in the reader's words, with the day it is due. */
public record Pledge(String person, String words, @Nullable LocalDate due) {}
