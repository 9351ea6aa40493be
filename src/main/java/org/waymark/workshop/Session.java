package org.waymark.workshop;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.waymark.calendar.Meeting;

/** One working session: PLANNED, RUNNING in one of its blocks, CLOSED or CALLED_OFF before it began. */
record Session(
        long id,
        String program,
        Format format,
        LocalDate heldOn,
        @Nullable OffsetDateTime beginsAt,
        String facilitator,
        String state,
        int blockNo,
        @Nullable OffsetDateTime blockStarted,
        String madeBy,
        OffsetDateTime madeAt,
        @Nullable OffsetDateTime closedAt) {

    /** Its day where somebody lives: what begins late in one zone is tomorrow in another. */
    public LocalDate on(ZoneId zone) {
        return Meeting.on(heldOn, beginsAt, zone);
    }

    /** When it is, as the record keeps it: its moment where it has an hour, else its day. */
    String moment() {
        return moment(heldOn, beginsAt);
    }

    static String moment(LocalDate day, @Nullable OffsetDateTime begins) {
        return begins == null ? day.toString() : begins.toInstant().toString();
    }

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean isPlanned() {
        return state.equals("PLANNED");
    }

    /** Held to its end, or called off: nothing is written into it any more. */
    public boolean isClosed() {
        return state.equals("CLOSED") || isCalledOff();
    }

    public boolean isCalledOff() {
        return state.equals("CALLED_OFF");
    }

    public Format.Block block() {
        return format.blocks().get(blockNo);
    }

    /** When the block that runs should be over. */
    public @Nullable OffsetDateTime blockEnds() {
        OffsetDateTime started = blockStarted;
        return started == null ? null : started.plusMinutes(block().minutes());
    }
}
