package org.waymark.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.People;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;

/** Fills a task's draft from the rows of a file: looked at first, and taken over only when every row is right. */
@Service
class FileWork {

    private final Work work;
    private final People people;

    FileWork(Work work, People people) {
        this.work = work;
        this.people = people;
    }

    /** The task's rows as they stand now, as a workbook. */
    @Transactional(readOnly = true)
    public byte[] template(String task, String person) {
        Work.Sheet sheet = work.open(task, person);
        return SheetFile.write(sheet.task().taskKey(), FromFile.table(shape(sheet), sheet.work()));
    }

    /** What the rows would change in the draft this person has now, and what does not fit; nothing is written. */
    @Transactional(readOnly = true)
    public FromFile look(String task, String person, List<Csv.Row> rows) {
        return laid(work.open(task, person), rows);
    }

    /** Takes the rows into the draft, if all of them are right and the draft is the one that was looked at. */
    @Transactional
    public int take(String task, String person, List<Csv.Row> rows, long version) {
        FromFile file = laid(work.open(task, person), rows);
        if (!file.problems().isEmpty()) {
            throw Refusal.invalid("work.file.problems", file.problems().size());
        }
        work.save(task, person, file.draft(), version);
        return file.changes().size();
    }

    private FromFile laid(Work.Sheet sheet, List<Csv.Row> rows) {
        FromFile file =
                new FromFile(shape(sheet), (ObjectNode) sheet.work(), names(), tree -> work.check(sheet.task(), tree));
        file.lay(rows);
        return file;
    }

    static FileShape shape(Work.Sheet sheet) {
        FileShape shape = sheet.fromFile();
        if (shape == null) {
            throw Refusal.missing("work.file.none");
        }
        return shape;
    }

    /** Two people of one name are told apart by their id or address. */
    private Map<String, String> names() {
        Map<String, String> ids = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        people.active().forEach(one -> {
            String name = one.name().toLowerCase(Locale.ROOT);
            times.merge(name, 1, Integer::sum);
            ids.put(name, one.id());
        });
        times.forEach((name, count) -> {
            if (count > 1) {
                ids.remove(name);
            }
        });
        people.active().forEach(one -> {
            String email = one.email();
            if (email != null) {
                ids.put(email.toLowerCase(Locale.ROOT), one.id());
            }
            ids.put(one.id().toLowerCase(Locale.ROOT), one.id());
        });
        return ids;
    }
}
