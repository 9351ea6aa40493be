package org.waymark.model.capabilities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.stage.Correctable;
import org.waymark.web.Texts;

/** How much of a capability there is and who owns it may be put right; its need follows from the values and stays. */
@Component
class CorrectCapabilities implements Correctable {

    private static final int MOST = 3;

    private final CapabilityAgreements agreements;
    private final KnownCapabilities known;
    private final JdbcClient jdbc;
    private final Texts texts;

    CorrectCapabilities(CapabilityAgreements agreements, KnownCapabilities known, JdbcClient jdbc, Texts texts) {
        this.agreements = agreements;
        this.known = known;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "capabilities";
    }

    @Override
    public List<Field> fields(String program, String element) {
        Map<String, String> levels = new LinkedHashMap<>();
        for (int level = 0; level <= MOST; level++) {
            levels.put(String.valueOf(level), level + " " + texts.of("capabilities.level." + level));
        }
        return agreed(program, element)
                .map(agreed -> List.of(
                        Field.choice(
                                "have", texts.of("capabilities.correct.have"), String.valueOf(agreed.have()), levels),
                        Field.of(
                                "owner",
                                texts.of("capabilities.correct.owner"),
                                Kind.PERSON,
                                Objects.requireNonNullElse(agreed.owner(), ""))))
                .orElse(List.of());
    }

    @Override
    public Set<String> owners(String program, String element) {
        return agreed(program, element)
                .map(CapabilityAgreements.Agreed::owner)
                .map(Set::of)
                .orElse(Set.of());
    }

    @Override
    public void correct(String program, String element, String field, Object said) {
        boolean have = field.equals("have");
        jdbc.sql("update capabilities_agreed set " + (have ? "have = ?" : "owner = ?")
                        + " where program = ? and id = ?"
                        + " and round = (select max(round) from capabilities_agreement where program = ?)")
                .params(have ? Integer.valueOf(said.toString()) : said, program, element, program)
                .update();
        if (have) {
            agreements
                    .newest(program)
                    .ifPresent(round -> known.correct(program, round, element, Integer.parseInt(said.toString())));
        }
    }

    private Optional<CapabilityAgreements.Agreed> agreed(String program, String element) {
        return agreements
                .newest(program)
                .flatMap(round -> agreements.capabilities(program, round).stream()
                        .filter(one -> one.id().equals(element))
                        .findFirst());
    }
}
