package org.waymark.process.carry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Every version of every diagram that was ever deployed, as the engine keeps it; none of them ever changes. */
final class Drawings {

    private final RepositoryService repository;
    private final Map<String, Drawing> read = new ConcurrentHashMap<>();

    Drawings(RepositoryService repository) {
        this.repository = repository;
    }

    /** By key, the version new programs begin on. */
    Map<String, ProcessDefinition> newest() {
        Map<String, ProcessDefinition> newest = new TreeMap<>();
        repository.createProcessDefinitionQuery().latestVersion().list().forEach(one -> newest.put(one.getKey(), one));
        return newest;
    }

    static ProcessDefinition of(Map<String, ProcessDefinition> newest, String diagram) {
        return Objects.requireNonNull(newest.get(diagram), diagram);
    }

    List<ProcessDefinition> all() {
        return repository
                .createProcessDefinitionQuery()
                .orderByProcessDefinitionKey()
                .asc()
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
    }

    ProcessDefinition definition(String id) {
        return repository.getProcessDefinition(id);
    }

    Drawing drawing(String definition) {
        return read.computeIfAbsent(definition, id -> Drawing.of(xml(id)));
    }

    String xml(String definition) {
        try (InputStream model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of everything a token can be in, bodies of rounds included. */
    Set<String> activities(String definition) {
        Set<String> ids = new HashSet<>();
        collect(
                (ProcessDefinitionEntity) ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(definition),
                ids);
        return ids;
    }

    private static void collect(ScopeImpl scope, Set<String> ids) {
        for (ActivityImpl activity : scope.getActivities()) {
            ids.add(activity.getId());
            collect(activity, ids);
        }
    }
}
