package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Benefit;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Cost;
import org.waymark.catalogue.Input;
import org.waymark.process.Missing;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** What can never be right in a line, and what a line still needs. */
@Component
class LineRules {

    static final int SHORT_TEXT = 500;
    static final int LONG_TEXT = 1000;

    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FINEST = 8;

    private final Catalogue catalogue;
    private final Team team;
    private final People people;

    LineRules(Catalogue catalogue, Team team, People people) {
        this.catalogue = catalogue;
        this.team = team;
        this.people = people;
    }

    Benefit benefit(String path, @Nullable String template) {
        try {
            return catalogue.benefit(String.valueOf(template));
        } catch (Refusal unknown) {
            throw Refusal.bad("roi.unknownLine", String.valueOf(template)).at(path + ".template");
        }
    }

    Cost cost(String path, @Nullable String template) {
        if (Pricing.CONTINGENCY.equals(template)) {
            throw Refusal.bad("roi.contingencyOnce").at(path + ".template");
        }
        try {
            return catalogue.cost(String.valueOf(template));
        } catch (Refusal unknown) {
            throw Refusal.bad("roi.unknownLine", String.valueOf(template)).at(path + ".template");
        }
    }

    void once(String path, Set<String> seen, @Nullable String template) {
        if (template != null && !seen.add(template)) {
            throw Refusal.bad("roi.twice", catalogue.benefit(template).name()).at(path + ".template");
        }
    }

    /** Every figure has a name the formula knows and a size its unit allows. */
    void inputs(String path, List<Input> asked, Map<String, @Nullable BigDecimal> given) {
        Map<String, Input> known = asked.stream().collect(Collectors.toMap(Input::name, input -> input));
        given.forEach((name, amount) -> {
            String field = path + ".inputs[" + name + "]";
            Input input = known.get(name);
            if (input == null) {
                throw Refusal.bad("roi.unknownInput", shortened(name)).at(field);
            }
            amount(field, input.label(), amount);
            atMost(field, input, amount);
        });
    }

    private static void atMost(String field, Input input, @Nullable BigDecimal amount) {
        if (amount == null) {
            return;
        }
        if (input.ofOne() && amount.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.bad("roi.shareOverOne", input.label()).at(field);
        }
        if ("points".equals(input.unit()) && amount.compareTo(HUNDRED) > 0) {
            throw Refusal.bad("roi.pointsOverHundred", input.label()).at(field);
        }
    }

    void amount(String field, String label, @Nullable BigDecimal amount) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0) {
            throw Refusal.bad("roi.negative", label).at(field);
        }
        if (amount.compareTo(LARGEST) > 0 || amount.stripTrailingZeros().scale() > FINEST) {
            throw Refusal.bad("roi.outOfSize", label).at(field);
        }
    }

    /** A rate, a confidence, a step of the ramp: 0 to 1. */
    void share(String field, @Nullable BigDecimal share, String key) {
        if (share == null) {
            return;
        }
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.bad(key).at(field);
        }
        if (share.stripTrailingZeros().scale() > FINEST) {
            throw Refusal.bad("roi.outOfSize", field).at(field);
        }
    }

    void years(String path, Map<String, @Nullable BigDecimal> amounts, int horizon) {
        amounts.forEach((name, amount) -> {
            String field = path + ".amounts[" + shortened(name) + "]";
            if (!name.matches("y\\d{1,2}") || Integer.parseInt(name.substring(1)) > horizon) {
                throw Refusal.bad("roi.unknownYear", shortened(name), horizon).at(field);
            }
            amount(field, name, amount);
        });
    }

    void text(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw Refusal.bad("roi.tooLong", longest, text.length()).at(field);
        }
    }

    void person(String field, @Nullable String person) {
        if (person != null && people.find(person).isEmpty()) {
            throw Refusal.bad("roi.owner.unknown", shortened(person)).at(field);
        }
    }

    List<Missing> inputsMissing(String path, String line, List<Input> asked, Map<String, @Nullable BigDecimal> given) {
        List<Missing> missing = new ArrayList<>();
        for (Input input : asked) {
            if (given.get(input.name()) == null) {
                missing.add(
                        new Missing(path + ".inputs[" + input.name() + "]", "roi.missing.input", line, input.label()));
            }
        }
        return missing;
    }

    /** Whoever vouches for a line is on the team and outside the program office. */
    Optional<Missing> owner(String program, String field, String line, @Nullable String owner) {
        if (owner == null) {
            return Optional.of(new Missing(field, "roi.owner.missing", line));
        }
        if (office(program).contains(owner)) {
            return Optional.of(new Missing(field, "roi.owner.office", line, people.nameOf(owner)));
        }
        if (!team.includes(program, owner)) {
            return Optional.of(new Missing(field, "roi.owner.notInTeam", line, people.nameOf(owner)));
        }
        return Optional.empty();
    }

    /** The program office: those who run and sponsor the program. */
    Set<String> office(String program) {
        return new HashSet<>(List.of(team.manager(program), team.sponsor(program)));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }
}
