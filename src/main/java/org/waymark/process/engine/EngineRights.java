package org.waymark.process.engine;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.springframework.stereotype.Component;
import org.waymark.security.Role;

/** Who may do what inside the engine: everybody opens Tasklist, administrators look into Cockpit, nobody rules. */
@Component
class EngineRights {
    private static final String KEEPER = "waymark-keeper";

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    EngineRights(IdentityService identities, AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    /** Creates what is missing; may be repeated at every start. */
    void ensure() {
        group(Groups.CAMUNDA_ADMIN, "Engine");
        group(EngineDirectory.EVERYBODY, "Everybody");
        Arrays.stream(Role.values()).forEach(role -> group(EngineDirectory.group(role), role.name()));
        keeper();

        grant(EngineDirectory.EVERYBODY, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(EngineDirectory.EVERYBODY, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);

        // the list "Waiting for a sponsor" shows managers who holds a gate; opening or completing it stays the holder's
        for (String process : List.of("gate", "condition", "benefit")) {
            grant(
                    EngineDirectory.group(Role.MANAGER),
                    Resources.PROCESS_DEFINITION,
                    process,
                    Permissions.READ,
                    ProcessDefinitionPermissions.READ_TASK);
        }

        String administrators = EngineDirectory.group(Role.ADMINISTRATOR);
        grant(administrators, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(
                administrators,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        grant(
                administrators,
                Resources.PROCESS_INSTANCE,
                Authorization.ANY,
                Permissions.READ,
                ProcessInstancePermissions.RETRY_JOB);
        grant(administrators, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
        grant(administrators, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(administrators, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(administrators, Resources.TASK, Authorization.ANY, TaskPermissions.READ);
    }

    /** A filter is readable for one group, by its id. */
    void mayRead(String group, String filter) {
        grant(group, Resources.FILTER, filter, Permissions.READ);
    }

    /**
     * The engine's set-up page makes administrators for anybody while this group is empty (CVE-2026-77226); its one
     * member has a password nobody knows and no place among Waymark's people, so nobody can sign in as it.
     */
    private void keeper() {
        if (identities.createUserQuery().userId(KEEPER).count() == 0) {
            var bytes = new byte[48];
            new SecureRandom().nextBytes(bytes);
            var keeper = identities.newUser(KEEPER);
            keeper.setFirstName("Waymark");
            keeper.setLastName("");
            keeper.setPassword(Base64.getEncoder().encodeToString(bytes));
            identities.saveUser(keeper);
        }
        if (identities
                        .createGroupQuery()
                        .groupMember(KEEPER)
                        .groupId(Groups.CAMUNDA_ADMIN)
                        .count()
                == 0) {
            identities.createMembership(KEEPER, Groups.CAMUNDA_ADMIN);
        }
    }

    private void group(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            var group = identities.newGroup(id);
            group.setName(name);
            group.setType("WAYMARK");
            identities.saveGroup(group);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        var before = grant.getPermissions(permissions);
        if (grant.getId() == null || before.length != permissions.length) {
            for (var permission : permissions) {
                grant.addPermission(permission);
            }
            authorizations.saveAuthorization(grant);
        }
    }
}
