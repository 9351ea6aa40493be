package org.waymark.process.carry;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.WorkItems;
import org.waymark.web.Refusal;

/** The versions of the diagrams, what runs on them, and the way from one to the next. */
@Component
public class Releases {

    private static final String OLDER = """
            from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
            where e.parent_id_ is null and e.business_key_ is not null
                and d.version_ < (select max(n.version_) from act_re_procdef n where n.key_ = d.key_)
            """;

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Moves moves = Moves.shipped();
    private volatile @Nullable Carrying carrying;

    Releases(@Lazy ProcessEngine engine, JdbcClient jdbc, WorkItems items) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.items = items;
    }

    /**
     * One version of a diagram that is the newest or still runs.
     *
     * @param same whether nothing differs from the newest but the number
     * @param running how many of it run
     */
    public record Version(
            String diagram, int number, OffsetDateTime since, boolean newest, boolean same, long running) {}

    public List<Version> versions() {
        Map<String, OffsetDateTime> since = new HashMap<>();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(one -> since.put(
                        one.getId(), one.getDeploymentTime().toInstant().atOffset(ZoneOffset.UTC)));
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select proc_def_id_, count(*) from act_ru_execution where parent_id_ is null group by proc_def_id_")
                .query((found, number) -> Map.entry(found.getString(1), found.getLong(2)))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        Map<String, ProcessDefinition> newest = drawings().newest();
        List<Version> versions = new ArrayList<>();
        for (ProcessDefinition one : drawings().all()) {
            ProcessDefinition last = newest.getOrDefault(one.getKey(), one);
            long running = counts.getOrDefault(one.getId(), 0L);
            boolean isNewest = one.getId().equals(last.getId());
            if (isNewest || running > 0) {
                versions.add(new Version(
                        one.getKey(),
                        one.getVersion(),
                        since.getOrDefault(one.getDeploymentId(), OffsetDateTime.MIN),
                        isNewest,
                        isNewest || between(one, last).isEmpty(),
                        running));
            }
        }
        return versions;
    }

    private List<DrawingChange> between(ProcessDefinition older, ProcessDefinition newer) {
        return DrawingChange.between(
                drawings().drawing(older.getId()), drawings().drawing(newer.getId()), moves);
    }

    /** The number of the version that new programs begin on. */
    public int newest(String diagram) {
        ProcessDefinition newest = drawings().newest().get(diagram);
        if (newest == null) {
            throw Refusal.missing("web.nothing-there");
        }
        return newest.getVersion();
    }

    /** What differs between two versions of a diagram. */
    public List<DrawingChange> changes(String diagram, int from, int to) {
        return between(version(diagram, from), version(diagram, to));
    }

    /** A version as BPMN text. */
    public String xml(String diagram, int number) {
        return drawings().xml(version(diagram, number).getId());
    }

    private ProcessDefinition version(String diagram, int number) {
        return drawings().all().stream()
                .filter(one -> one.getKey().equals(diagram) && one.getVersion() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.missing("web.nothing-there"));
    }

    /** Programs something of which runs on an older version, by code. */
    public List<String> older(int skip, int most) {
        return jdbc.sql("select distinct e.business_key_ " + OLDER
                        + " order by e.business_key_ offset :skip rows fetch first :most rows only")
                .param("skip", skip)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** The diagrams that are not the newest, by their keys, of each of these programs. */
    public Map<String, List<String>> olderDiagrams(List<String> programs) {
        Map<String, List<String>> diagrams = new HashMap<>();
        if (!programs.isEmpty()) {
            jdbc.sql("select distinct e.business_key_, d.key_ " + OLDER
                            + " and e.business_key_ in (:programs) order by e.business_key_, d.key_")
                    .param("programs", programs)
                    .query((found, number) -> Map.entry(found.getString(1), found.getString(2)))
                    .list()
                    .forEach(one -> diagrams.computeIfAbsent(one.getKey(), code -> new ArrayList<>())
                            .add(one.getValue()));
        }
        return diagrams;
    }

    /** How many programs run on an older version, wholly or in part. */
    public int olderCount() {
        return jdbc.sql("select count(distinct e.business_key_) " + OLDER)
                .query(Integer.class)
                .single();
    }

    /** What waits for a program right now; refused where nothing runs. */
    public Standing standing(String program) {
        Standing standing = carrying().standing(program);
        if (standing.instances().isEmpty()) {
            throw Refusal.missing("release.program.none", program);
        }
        return standing;
    }

    /** Whether the engine is doing something for the program at this moment. */
    public boolean busy(String program) {
        return carrying().busy(program);
    }

    /** Carries a program over to the newest versions, as part of the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Carried carry(String program) {
        Carried carried = carrying().carry(program);
        carried.tasks().forEach(task -> items.renamed(task.task(), task.key(), task.name()));
        return carried;
    }

    /** How many open tasks of a program somebody has begun to fill in. */
    public int drafts(String program) {
        return jdbc.sql("""
                        select count(*) from work_draft d join work_item w on w.task = d.task
                        where w.program = :program and w.state = 'OPEN'
                        """).param("program", program).query(Integer.class).single();
    }

    private Drawings drawings() {
        return carrying().drawings();
    }

    /** Not in the constructor: the engine starts after the house is built. */
    private Carrying carrying() {
        Carrying known = carrying;
        if (known == null) {
            known = new Carrying(engine, moves);
            carrying = known;
        }
        return known;
    }
}
