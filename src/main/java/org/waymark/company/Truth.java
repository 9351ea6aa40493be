package org.waymark.company;

import java.time.LocalDate;
import java.util.Map;

/** What is said of one thing in the company, by which program, since which day; held once that program's gate said go. */
public record Truth(
        String item, String said, Map<String, String> details, String program, LocalDate since, boolean held) {

    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
