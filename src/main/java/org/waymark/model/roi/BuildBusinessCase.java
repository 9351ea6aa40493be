package org.waymark.model.roi;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.waymark.process.FileShape;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;

/** The manager puts the owners' benefits against the costs and sees at once whether it pays. */
@Component
class BuildBusinessCase implements TaskWork<CaseDraft> {

    private final RoiBook book;
    private final RoiWriter writer;
    private final CaseRules rules;
    private final CasePage page;

    BuildBusinessCase(RoiBook book, RoiWriter writer, CaseRules rules, CasePage page) {
        this.book = book;
        this.writer = writer;
        this.rules = rules;
        this.page = page;
    }

    @Override
    public String key() {
        return "buildBusinessCase";
    }

    @Override
    public Class<CaseDraft> type() {
        return CaseDraft.class;
    }

    @Override
    public boolean carriesDraft(WorkItem task) {
        return true;
    }

    @Override
    public CaseDraft begin(WorkItem task) {
        return book.stated(task.program());
    }

    /** Benefits and costs that are in the case; a row gives one figure of a line. */
    @Override
    public FileShape fromFile() {
        return new FileShape(
                List.of("benefits", "costs"),
                "template",
                List.of(FileShape.text("baseline"), FileShape.text("evidence")),
                "inputs",
                false);
    }

    @Override
    public void check(WorkItem task, CaseDraft draft) {
        rules.check(draft);
    }

    @Override
    public List<Missing> missing(WorkItem task, CaseDraft draft) {
        return rules.missing(task.program(), draft);
    }

    @Override
    public void submit(WorkItem task, CaseDraft draft) {
        writer.build(task.program(), book.round(task.program()), draft, Objects.requireNonNull(task.assignee()));
    }

    @Override
    public View view(WorkItem task, CaseDraft draft) {
        return new View("roi/case", page.of(task.program(), draft), "roi.buildBusinessCase.button");
    }
}
