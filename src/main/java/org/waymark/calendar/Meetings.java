package org.waymark.calendar;

import java.util.List;
import java.util.Optional;

/** What people meet for besides gates: whoever plans meetings answers, whoever writes calendars and reminders asks. */
public interface Meetings {

    /** The numbers of those that stand and are not over, of every program. */
    List<String> standing();

    /** Those of one program. */
    List<Meeting> coming(String program);

    /** One of them, whatever became of it. */
    Optional<Meeting> find(String uid);
}
