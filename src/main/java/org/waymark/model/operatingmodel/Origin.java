package org.waymark.model.operatingmodel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day an answer was given, and the program it was taken over from when this one did not ask again. */
record Origin(LocalDate on, @Nullable String source) {}
