package org.waymark.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** Adds many people at once: all of them or, when one line is wrong, none. */
@Service
class PeopleImport {
    private final PeopleFile file;
    private final People people;

    PeopleImport(PeopleFile file, People people) {
        this.file = file;
        this.people = people;
    }

    List<PeopleFile.Line> preview(String csv) {
        return file.read(csv);
    }

    /** The answer is the password made up for each of them. */
    @Transactional
    Map<String, String> store(String csv) {
        var lines = file.read(csv);
        long wrong = lines.stream().filter(line -> line.error() != null).count();
        if (wrong > 0) {
            throw Refusal.invalid("security.import.wrong", wrong);
        }
        var passwords = new LinkedHashMap<String, String>();
        for (var line : lines) {
            if (line.person() != null) {
                passwords.put(line.person().id(), people.add(line.typed()));
            }
        }
        return passwords;
    }
}
