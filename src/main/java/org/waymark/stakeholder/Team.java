package org.waymark.stakeholder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.catalogue.Catalogue;
import org.waymark.ledger.Ledger;
import org.waymark.process.ProgramPeople;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.Workflow;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Right;
import org.waymark.web.Refusal;

/** Who plays which part in each program. */
@Service
public class Team implements ProgramPeople {

    /** The rater groups that ship; groups under three people are never shown alone. */
    public static final List<String> GROUPS = List.of("LEADERSHIP", "CLOSE_TO_CUSTOMER");

    private final JdbcClient jdbc;
    private final People people;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final WorkItems items;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;

    Team(
            JdbcClient jdbc,
            People people,
            Catalogue catalogue,
            Ledger ledger,
            WorkItems items,
            Workflow workflow,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.items = items;
        this.workflow = workflow;
        this.events = events;
    }

    /** Everybody in a program, in the order they were named. */
    public List<Member> of(String program, @Nullable Part part) {
        return members(program).stream()
                .filter(member -> part == null || member.part() == part)
                .toList();
    }

    public List<Member> members(String program) {
        return jdbc.sql("""
                        select program, person, part, function_id, rater_group from team_member
                        where program = :program order by position, person
                        """)
                .param("program", program)
                .query((rs, at) -> new Member(
                        rs.getString("program"),
                        rs.getString("person"),
                        Part.valueOf(rs.getString("part")),
                        rs.getString("function_id"),
                        rs.getString("rater_group")))
                .list();
    }

    @Override
    public List<String> of(String program) {
        return members(program).stream().map(Member::person).distinct().toList();
    }

    public List<String> holding(String program, Part part) {
        return of(program, part).stream().map(Member::person).toList();
    }

    public Optional<String> first(String program, Part part) {
        return holding(program, part).stream().findFirst();
    }

    public String sponsor(String program) {
        return first(program, Part.SPONSOR).orElseThrow(() -> Refusal.invalid("stakeholder.no-sponsor", program));
    }

    @Override
    public String manager(String program) {
        return first(program, Part.MANAGER).orElseThrow(() -> Refusal.invalid("stakeholder.no-manager", program));
    }

    /** Everybody who contributes: not the sponsor, the manager, who only decides gates or only leads a room. */
    public List<String> stakeholders(String program) {
        List<Member> all = members(program);
        return all.stream()
                .filter(member -> member.part() != Part.SPONSOR
                        && member.part() != Part.MANAGER
                        && member.part() != Part.GATEKEEPER
                        && member.part() != Part.FACILITATOR)
                .map(Member::person)
                .distinct()
                .filter(person -> all.stream()
                        .noneMatch(one -> one.person().equals(person)
                                && (one.part() == Part.SPONSOR || one.part() == Part.MANAGER)))
                .toList();
    }

    /** The person who speaks for a front-office function. */
    public Optional<String> lead(String program, String function) {
        return Optional.ofNullable(leads(program).get(function));
    }

    /** The person who speaks for each function, asked for all of them at once: its lead before anybody else. */
    public Map<String, String> leads(String program) {
        Map<String, String> leads = new LinkedHashMap<>();
        members(program).stream()
                .sorted((one, two) ->
                        Boolean.compare(two.part() == Part.FUNCTION_LEAD, one.part() == Part.FUNCTION_LEAD))
                .forEach(member -> {
                    String function = member.function();
                    if (function != null) {
                        leads.putIfAbsent(function, member.person());
                    }
                });
        return leads;
    }

    /** The functions a person speaks for. */
    public List<String> functions(String program, String person) {
        return members(program).stream()
                .filter(member -> member.person().equals(person) && member.function() != null)
                .map(Member::function)
                .distinct()
                .toList();
    }

    public boolean includes(String program, String person) {
        return of(program).contains(person);
    }

    @Override
    public boolean maySee(String program, String person) {
        return people.get(person).role().may(Right.SEE_EVERY_PROGRAM) || includes(program, person);
    }

    /** Refuses, as if the program did not exist, to show it to somebody it is not for. */
    public void mustSee(String program, String person) {
        if (!maySee(program, person)) {
            throw Refusal.missing("program.unknown", program);
        }
    }

    /** Refuses whoever does not run the program; to somebody it is not for, it does not even exist. */
    public void mustRun(String program, String person) {
        mustSee(program, person);
        if (!holding(program, Part.MANAGER).contains(person)) {
            throw Refusal.forbidden("stakeholder.manager-only");
        }
    }

    public List<String> programsOf(String person) {
        return jdbc.sql("select distinct program from team_member where person = :person order by program")
                .param("person", person)
                .query(String.class)
                .list();
    }

    /** The people a program is launched with. */
    @Transactional
    public void gather(List<Member> members, String by) {
        members.forEach(member -> seat(member, by));
    }

    /** Adds somebody to a program, or replaces the one person who plays a single part; their open work moves along. */
    @Transactional
    public void join(Member member, String by) {
        mustRun(member.program(), by);
        seat(member, by);
    }

    private void seat(Member member, String by) {
        Person person = people.find(member.person())
                .filter(Person::active)
                .orElseThrow(() -> Refusal.invalid("stakeholder.unknown-person", member.person())
                        .at("person"));
        if (!person.role().may(Right.TAKE_PART)) {
            throw Refusal.invalid("stakeholder.only-watches", person.name()).at("person");
        }
        check(member);
        Optional<String> before = member.part().single() ? first(member.program(), member.part()) : Optional.empty();
        if (before.isPresent() && before.get().equals(person.id())) {
            return;
        }
        before.ifPresent(former -> remove(member.program(), former, member.part()));
        if (of(member.program(), member.part()).stream()
                .noneMatch(one -> one.person().equals(person.id()))) {
            insert(member);
        }
        before.ifPresent(former -> {
            events.publishEvent(new TeamChanged(member.program(), former, member.part(), person.id(), by));
            handOver(member.program(), former, person.id());
        });
        ledger.append(
                member.program(),
                "TEAM_CHANGED",
                by,
                null,
                person.id(),
                Map.of("part", member.part().name(), "instead", before.orElse("")));
    }

    /** Takes somebody out of a part; a program never loses its sponsor or manager this way. */
    @Transactional
    public void leave(String program, String person, Part part, String by) {
        mustRun(program, by);
        if (part == Part.SPONSOR || part == Part.MANAGER) {
            throw Refusal.invalid("stakeholder.replace-instead");
        }
        if (!remove(program, person, part)) {
            throw Refusal.missing("stakeholder.not-in-part");
        }
        events.publishEvent(new TeamChanged(program, person, part, null, by));
        if (!includes(program, person)) {
            handOver(program, person, manager(program));
        }
        ledger.append(program, "TEAM_CHANGED", by, null, person, Map.of("left", part.name()));
    }

    /** Gives a part to somebody else, with everything open that goes with it; by the manager or an administrator. */
    @Transactional
    public void replace(String program, String person, Part part, String to, String by) {
        if (!people.get(by).role().may(Right.HAND_OVER)) {
            mustRun(program, by);
        }
        Member held = of(program, part).stream()
                .filter(member -> member.person().equals(person))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("stakeholder.not-in-part"));
        Member next = new Member(program, to, part, held.function(), held.group());
        seat(next, by);
        if (part.single()) {
            return;
        }
        remove(program, person, part);
        events.publishEvent(new TeamChanged(program, person, part, to, by));
        if (!includes(program, person)) {
            handOver(program, person, to);
        }
        ledger.append(program, "TEAM_CHANGED", by, null, person, Map.of("left", part.name(), "to", to));
    }

    /** What is open with somebody goes to somebody else, so that nothing is ever ownerless. */
    private void handOver(String program, String from, String to) {
        for (WorkItem item : items.open(program)) {
            if (from.equals(item.assignee()) && !from.equals(to)) {
                workflow.assign(item.task(), to);
            }
        }
    }

    private void check(Member member) {
        if (member.function() != null
                && catalogue.functions().stream().noneMatch(one -> one.id().equals(member.function()))) {
            throw Refusal.invalid("stakeholder.unknown-function", member.function())
                    .at("function");
        }
        if (member.group() != null && !GROUPS.contains(member.group())) {
            throw Refusal.invalid("stakeholder.unknown-group", member.group()).at("group");
        }
        Part other = member.part() == Part.SPONSOR ? Part.MANAGER : member.part() == Part.MANAGER ? Part.SPONSOR : null;
        if (other != null && holding(member.program(), other).contains(member.person())) {
            throw Refusal.invalid("stakeholder.sponsor-is-manager").at("sponsor");
        }
    }

    private void insert(Member member) {
        int position = jdbc.sql("select coalesce(max(position), 0) + 1 from team_member where program = :program")
                .param("program", member.program())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into team_member (program, person, part, function_id, rater_group, position)
                        values (:program, :person, :part, :function, :raterGroup, :position)
                        """)
                .param("program", member.program())
                .param("person", member.person())
                .param("part", member.part().name())
                .param("function", member.function())
                .param("raterGroup", member.group())
                .param("position", position)
                .update();
    }

    private boolean remove(String program, String person, Part part) {
        return jdbc.sql("delete from team_member where program = :program and person = :person and part = :part")
                        .param("program", program)
                        .param("person", person)
                        .param("part", part.name())
                        .update()
                > 0;
    }
}
