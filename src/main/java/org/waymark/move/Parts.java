package org.waymark.move;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every table of the house: what a program takes along, in the order in which one row may name another, and what stays
 * where it is and why. A table that is in neither list fails the build.
 */
final class Parts {

    private static final String CLOSED_VALUES = """
            select told.program, told.round, 'voter-' || cast(told.place as varchar(10)) as person, '' as points,
                told.fact, told.fact_from, told.fact_date, told.fact_value, recalled.recall, '' as salt,
                '' as commitment, told.closed_at as cast_at
            from (select v.program, v.round, v.fact, v.fact_from, v.fact_date, v.fact_value, r.closed_at,
                    row_number() over (partition by v.round order by v.salt) as place
                from values_vote v join values_round r on r.program = v.program and r.round = v.round
                where v.program = :program and r.state <> 'OPEN' and r.closed_at is not null) told
            join (select v.round, v.recall, row_number() over (partition by v.round order by v.commitment) as place
                from values_vote v where v.program = :program) recalled
                on recalled.round = told.round and recalled.place = told.place
            """;

    /** Votes of a review that everybody may read: it is closed, or its route opens them as they are cast. */
    private static final String READABLE_VOTES = """
            select * from gate_vote where sitting in (select s.id from gate_sitting s
                where s.program = :program and (s.state = 'CLOSED' or s.votes_open = true))
            """;

    static final String FILES = """
            select f.* from evidence_file f where f.place = 'values/' || :program or f.place in
                (select 'sitting/' || cast(s.id as varchar(20)) from gate_sitting s where s.program = :program)
            """;

    /** What goes along. */
    static final List<Slice> TAKEN = Stream.of(
                    Stream.of(
                            Slice.selected("program", "select * from program where code = :program"),
                            Slice.of("program_stage"),
                            Slice.of("program_promise"),
                            Slice.of("program_early"),
                            Slice.of("program_pilot").numbered(),
                            Slice.under("program_sketch", "pilot", "program_pilot"),
                            Slice.of("team_member"),
                            Slice.of("stakeholder_deputy").numbered(),
                            Slice.of("notification_superior"),
                            Slice.of("gate_sitting").numbered(),
                            Slice.selected("evidence_file", FILES).numbered(),
                            Slice.selected(
                                            "evidence_piece",
                                            "select p.* from evidence_piece p where p.file in ("
                                                    + FILES.replace("f.*", "f.id") + ") order by p.file, p.turn")
                                    .naming("file", "evidence_file")),
                    plain("values_round", "values_asked", "values_weight", "values_agreement", "values_agreed"),
                    plain("values_evidence", "values_recall", "values_scorecard"),
                    Stream.of(Slice.selected("values_vote", CLOSED_VALUES)),
                    plain("capabilities_round", "capabilities_asked", "capabilities_spread"),
                    plain("capabilities_agreement", "capabilities_agreed"),
                    plain("maturity_round", "maturity_spread", "maturity_level", "maturity_ambition", "maturity_chasm"),
                    plain("roi_round", "roi_ramp", "roi_line", "roi_figure", "roi_review"),
                    plain("roi_baseline", "roi_plan_line", "roi_plan_year"),
                    Stream.of(
                            Slice.of("roi_recheck").numbered(),
                            Slice.of("roi_report").numbered(),
                            Slice.under("roi_confirmation", "report", "roi_report"),
                            Slice.of("roi_watch").numbered(),
                            Slice.under("roi_drift", "watch", "roi_watch").numbered()),
                    plain("usecases_own", "usecases_round", "usecases_choice", "usecases_agreement", "usecases_wave"),
                    plain("operatingmodel_item", "operatingmodel_answer", "operatingmodel_agreement"),
                    plain("operatingmodel_right", "architecture_round", "architecture_decision"),
                    plain("architecture_review", "company_claim", "company_taken", "trace_agreed", "trace_correction"),
                    Stream.of(
                            Slice.of("trace_mark").numbered(),
                            sitting("gate_panel"),
                            sitting("gate_finding"),
                            sitting("gate_proof"),
                            sitting("gate_score"),
                            sitting("gate_evidence").numbered(),
                            Slice.selected("gate_vote", READABLE_VOTES)
                                    .naming("sitting", "gate_sitting")
                                    .numbered(),
                            sitting("gate_question").numbered(),
                            sitting("gate_condition").numbered(),
                            Slice.of("gate_reopening")
                                    .naming("promise", "gate_condition")
                                    .numbered(),
                            Slice.of("gate_exemption").numbered(),
                            Slice.of("gate_request"),
                            Slice.of("engagement_concern").numbered(),
                            Slice.of("engagement_quick_win").numbered(),
                            Slice.of("engagement_sponsor_act").numbered(),
                            forItsManager("engagement_map"),
                            forItsManager("engagement_stance"),
                            Slice.of("comment_said").numbered(),
                            Slice.under("comment_mention", "said", "comment_said"),
                            Slice.of("workshop_session").numbered(),
                            Slice.under("workshop_note", "session", "workshop_session")
                                    .numbered(),
                            Slice.of("work_item"),
                            Slice.of("work_note").numbered(),
                            ofTask("work_time", ""),
                            ofTask("work_handover", ""),
                            ofTask("work_draft", " and person = :me"),
                            Slice.selected(
                                    "notice",
                                    "select slot, person, program, stage, task_key, kind, given, about, task, fate, settled"
                                            + " from notice where program = :program and task is not null"
                                            + " and slot like '%:' || task || '%'")))
            .flatMap(some -> some)
            .toList();

    /** What stays, and why. */
    static final Map<String, String> LEFT = left();

    /** Columns of 64 characters that hold something else than a person. */
    static final Set<String> NO_PERSON =
            Set.of("task", "task_key", "instance", "salt", "commitment", "hash", "previous_hash", "sha256", "element");

    private Parts() {}

    private static Stream<Slice> plain(String... tables) {
        return Stream.of(tables).map(Slice::of);
    }

    private static Slice sitting(String table) {
        return Slice.under(table, "sitting", "gate_sitting");
    }

    private static Slice ofTask(String table, String more) {
        return Slice.selected(
                table,
                "select * from " + table + " where task in (select task from work_item where program = :program)"
                        + more);
    }

    /** What is written down for those who run a program goes along only with them. */
    private static Slice forItsManager(String table) {
        return Slice.selected(
                table,
                "select * from " + table + " where program = :program and exists (select 1 from team_member t"
                        + " where t.program = :program and t.person = :me and t.part = 'MANAGER')");
    }

    private static Map<String, String> left() {
        Map<String, String> left = new LinkedHashMap<>();
        because(left, "the decision record goes as a part of its own", "ledger_entry", "ledger_head");
        because(left, "proves the records of one installation", "ledger_anchor", "ledger_anchor_head");
        because(left, "sealed answers are read by their owners alone", "capabilities_vote", "capabilities_early");
        because(left, "sealed answers are read by their owners alone", "maturity_ballot", "maturity_early_wish");
        because(left, "sealed answers are read by their owners alone", "program_early_answer");
        because(left, "the sponsor's own view, for the sponsor alone", "maturity_own_view");
        because(left, "a summary, made anew from what it sums up", "board_row");
        because(left, "one person's own way to look at things", "board_view", "engagement_visit", "mail_wish");
        because(left, "secret addresses and passes of one installation", "calendar_address", "workshop_pass");
        because(left, "secret addresses and passes of one installation", "workshop_door");
        because(left, "what mailboxes here were told", "calendar_invitation", "calendar_meeting", "mail");
        because(left, "what mailboxes here were told", "workshop_ballot_mail");
        because(left, "reference content of the house", "catalogue_item", "catalogue_text", "catalogue_wording");
        because(left, "reference content of the house", "catalogue_edition");
        because(left, "rules of the house", "gate_criterion", "gate_label", "gate_reason", "gate_route", "gate_scale");
        because(left, "rules of the house", "gate_setting_change");
        because(left, "systems that listen to one installation", "hook", "hook_cursor", "hook_delivery");
        because(left, "people and their keys", "security_installation", "security_person", "security_proof");
        because(left, "people and their keys", "security_reset", "security_session", "security_token");
        because(left, "people and their keys", "security_browser", "security_browser_attributes", "security_identity");
        because(left, "answers to calls that may be repeated", "web_idempotency");
        because(left, "files on their way in", "move_arrival");
        return left;
    }

    private static void because(Map<String, String> left, String why, String... tables) {
        Stream.of(tables).forEach(table -> left.put(table, why));
    }
}
