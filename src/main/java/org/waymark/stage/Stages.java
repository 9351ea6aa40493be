package org.waymark.stage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The stages of the journey in their order, as the models declare them. */
@Component
public class Stages {

    // asked for late: the models themselves need programs, which need the stages
    private final Supplier<List<StageModel>> models;

    Stages(ObjectProvider<StageModel> models) {
        this.models = SingletonSupplier.of(() -> models.stream()
                .sorted(Comparator.comparingInt(StageModel::position))
                .toList());
    }

    public List<StageModel> inOrder() {
        return models.get();
    }

    public List<String> ids() {
        return inOrder().stream().map(StageModel::stage).toList();
    }

    public boolean exists(String stage) {
        return ids().contains(stage);
    }

    /** The model of a stage; an unknown stage is a fault of ours, never of a user. */
    public StageModel of(String stage) {
        return inOrder().stream()
                .filter(model -> model.stage().equals(stage))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No stage " + stage));
    }

    /** The tasks whose completion is a decision about a stage's record. */
    public List<String> agreeing() {
        return inOrder().stream().flatMap(model -> model.agreeing().stream()).toList();
    }

    public List<String> before(String stage) {
        return ids().subList(0, ids().indexOf(of(stage).stage()));
    }

    public Optional<String> after(String stage) {
        int next = ids().indexOf(of(stage).stage()) + 1;
        return next < ids().size() ? Optional.of(ids().get(next)) : Optional.empty();
    }
}
