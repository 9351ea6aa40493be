package org.waymark.bench;

/** The same keeping as much history as Waymark lets it keep. */
public final class CamundaAtAudit extends CamundaAtFull {

    public CamundaAtAudit() {
        super("audit");
    }
}
