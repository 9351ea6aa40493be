package org.waymark.model.architecture;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.waymark.stage.Correctable;
import org.waymark.web.Texts;

/** A component's product, business owner and reason may be put right; another decision is a new round's business. */
@Service
class CorrectComponents implements Correctable {

    private static final int LONGEST_PRODUCT = 200;
    private static final int LONGEST_REASON = 600;
    private static final Map<String, String> COLUMNS =
            Map.of("product", "product = ?", "owner", "business_owner = ?", "reason", "reason = ?");

    private final ArchitectureStore store;
    private final HeldDecisions held;
    private final JdbcClient jdbc;
    private final Texts texts;

    CorrectComponents(ArchitectureStore store, HeldDecisions held, JdbcClient jdbc, Texts texts) {
        this.store = store;
        this.held = held;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "architecture";
    }

    @Override
    public List<Field> fields(String program, String element) {
        return decision(program, element)
                .map(one -> List.of(
                        Field.text(
                                "product",
                                texts.of("architecture.correct.product"),
                                LONGEST_PRODUCT,
                                Objects.requireNonNullElse(one.product(), "")),
                        Field.of(
                                "owner",
                                texts.of("architecture.correct.owner"),
                                Kind.PERSON,
                                Objects.requireNonNullElse(one.businessOwner(), "")),
                        Field.text(
                                "reason",
                                texts.of("architecture.correct.reason"),
                                LONGEST_REASON,
                                Objects.requireNonNullElse(one.reason(), ""))))
                .orElse(List.of());
    }

    @Override
    public Set<String> owners(String program, String element) {
        return decision(program, element)
                .map(ComponentDecision::businessOwner)
                .map(Set::of)
                .orElse(Set.of());
    }

    @Override
    public void correct(String program, String element, String field, Object said) {
        jdbc.sql("update architecture_decision set " + COLUMNS.get(field) + " where program = ? and component = ?"
                        + " and round = (select max(round) from architecture_decision where program = ?)")
                .params(said, program, element, program)
                .update();
        decision(program, element).ifPresent(one -> held.correct(program, store.round(program), one));
    }

    private Optional<ComponentDecision> decision(String program, String element) {
        return store.decisions(program).stream()
                .filter(one -> one.component().equals(element))
                .findFirst();
    }
}
