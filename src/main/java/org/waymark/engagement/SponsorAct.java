package org.waymark.engagement;

import java.time.OffsetDateTime;

/** One small thing only the sponsor can do, in one of three groups: take part, build the coalition, communicate. */
record SponsorAct(Rule rule, String subject, String what, String why, String href) {

    /** What sponsors are there for (dcfts.md 2.8). */
    enum Group {
        TAKE_PART,
        COALITION,
        COMMUNICATE
    }

    /** The rules in the order of their weight; what a task of one's own asks for is done by doing it, not by a tap. */
    enum Rule {
        DECIDE(Group.TAKE_PART, false),
        REPLY(Group.TAKE_PART, false),
        ANSWER(Group.TAKE_PART, false),
        CALL(Group.COALITION, true),
        CONCERN(Group.COALITION, true),
        TELL(Group.COMMUNICATE, true),
        THANK(Group.COMMUNICATE, true),
        SAY(Group.COMMUNICATE, true);

        private final Group group;
        private final boolean tapped;

        Rule(Group group, boolean tapped) {
            this.group = group;
            this.tapped = tapped;
        }

        public Group group() {
            return group;
        }

        public boolean isTapped() {
            return tapped;
        }
    }

    /** What was done, and when. */
    record Done(String ruleName, String subject, String kind, String what, OffsetDateTime doneAt) {}
}
