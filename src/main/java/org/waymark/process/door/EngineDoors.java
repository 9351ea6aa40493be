package org.waymark.process.door;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.security.OpenDoor;
import org.waymark.security.OpenDoors;

/** Tells the page of rights what {@link DoorRules} opens. */
@Component
class EngineDoors implements OpenDoors {
    @Override
    public List<OpenDoor> list() {
        return DoorRules.list();
    }
}
