package org.waymark.process.door;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.security.OpenDoor;
import org.waymark.security.Right;

/** The list of what is open, recorded from Tasklist and Cockpit in a browser; all else is closed. */
final class DoorRules {
    private static final String ENGINE = "/api/engine/engine/default";
    private static final String ID = "/[A-Za-z0-9_.:@-]+";
    // a word alone is a question about all diagrams, such as how many programs run through each
    private static final String VERSION = "/[A-Za-z0-9_.-]+:[0-9]+:[A-Za-z0-9-]+";

    private record Rule(String method, Pattern path) {}

    private static final List<Rule> EVERYBODY = List.of(
            rule("GET", "/api/admin/auth/user/default"),
            rule("GET", "/api/engine/engine/?"),
            rule("GET|OPTIONS", ENGINE + "/filter"),
            rule("GET", ENGINE + "/filter/count"),
            rule("GET|OPTIONS", ENGINE + "/filter" + ID),
            rule("GET|POST", ENGINE + "/filter" + ID + "/(list|count)"),
            rule("GET", ENGINE + "/task"),
            rule("GET", ENGINE + "/task" + ID),
            rule("GET", ENGINE + "/task" + ID + "/(form|deployed-form|comment|identity-links)"),
            rule("GET", ENGINE + "/history/user-operation(/count)?"),
            rule("GET", ENGINE + "/process-definition" + VERSION + "(/xml)?"),
            rule("GET", ENGINE + "/user" + ID + "/profile"));

    private static final List<Rule> ADMINISTRATORS = List.of(
            rule(
                    "GET",
                    ENGINE + "/(process-definition|process-instance|incident|job|job-definition|deployment"
                            + "|decision-definition|decision-requirements-definition|external-task|batch|version"
                            + "|history|task|execution|case-definition)(/.*)?"),
            rule("GET", "/api/cockpit/plugin/base/default/.*"),
            rule(
                    "POST",
                    "/api/cockpit/plugin/base/default/(process-instance|process-definition|incident|job|called.*"
                            + "|history)(/.*)?"),
            rule(
                    "POST",
                    ENGINE + "/(process-instance|job|job-definition|external-task|task|execution|variable-instance"
                            + "|history/(task|process-instance|activity-instance|incident|job-log))(/count)?"),
            // asked for on Cockpit's first page; nobody holds rights over users or groups, so the answers are empty
            rule("GET", ENGINE + "/user"),
            rule("POST", ENGINE + "/group"),
            rule("PUT", ENGINE + "/job" + ID + "/retries"),
            rule("PUT", ENGINE + "/job-definition" + ID + "/retries"));

    // shown by their address alone, so that a browser may load them before it knows who looks
    private static final Pattern FILES = Pattern.compile(
            "/favicon\\.ico|/(lib|assets)/.+|/app/tasklist(/.*)?|/api/tasklist/plugin/[A-Za-z0-9_-]+/static/.+");
    private static final Pattern COCKPIT_FILES =
            Pattern.compile("/app/cockpit(/.*)?|/api/cockpit/plugin/[A-Za-z0-9_-]+/static/.+");
    private static final Pattern KNOWN = Pattern.compile("/api/(engine|cockpit|tasklist|admin)/.*");

    private DoorRules() {}

    /** Every rule for calls, as somebody may read it: first what is everybody's, then what administrators have besides. */
    static List<OpenDoor> list() {
        return Stream.concat(
                        EVERYBODY.stream().map(rule -> new OpenDoor(rule.method(), shown(rule), null)),
                        ADMINISTRATORS.stream()
                                .map(rule -> new OpenDoor(rule.method(), shown(rule), Right.WATCH_THE_ENGINE)))
                .toList();
    }

    private static String shown(Rule rule) {
        return "/camunda" + rule.path().pattern().replace(ID, "/*").replace(VERSION, "/*");
    }

    static boolean open(String method, String path, boolean administrator) {
        return matches(EVERYBODY, method, path) || (administrator && matches(ADMINISTRATORS, method, path));
    }

    static boolean file(String path, boolean administrator) {
        return FILES.matcher(path).matches()
                || (administrator && COCKPIT_FILES.matcher(path).matches());
    }

    static boolean known(String path) {
        return KNOWN.matcher(path).matches();
    }

    private static boolean matches(List<Rule> rules, String method, String path) {
        for (var rule : rules) {
            if (List.of(rule.method().split("\\|")).contains(method)
                    && rule.path().matcher(path).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Rule rule(String method, String path) {
        return new Rule(method, Pattern.compile(path));
    }
}
