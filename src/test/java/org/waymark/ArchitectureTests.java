package org.waymark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** What the walls between packages cannot say; each rule is shown one class that breaks it. */
class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.waymark");
    private static final JavaClasses BROKEN = new ClassFileImporter().importClasses(Broken.class);

    private static final ArchRule ENGINE_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("..waymark.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    private static final ArchRule NO_FIELD_INJECTION = noFields().should().beAnnotatedWith(Autowired.class);

    private static final ArchRule CONTROLLERS_STAY_INSIDE =
            classes().that().areMetaAnnotatedWith(Controller.class).should().notBePublic();

    private static final ArchRule NO_SCRIPT_ENGINE =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("javax.script..", "groovy..");

    @Test
    void theEngineStaysInItsRoom() {
        ENGINE_IN_ITS_ROOM.check(HOUSE);
    }

    @Test
    void nobodyInjectsFields() {
        NO_FIELD_INJECTION.check(HOUSE);
    }

    @Test
    void controllersStayInside() {
        CONTROLLERS_STAY_INSIDE.check(HOUSE);
    }

    @Test
    void nobodyRunsScripts() {
        NO_SCRIPT_ENGINE.check(HOUSE);
    }

    @Test
    void everyRuleIsAwake() {
        for (ArchRule rule :
                new ArchRule[] {ENGINE_IN_ITS_ROOM, NO_FIELD_INJECTION, CONTROLLERS_STAY_INSIDE, NO_SCRIPT_ENGINE}) {
            assertThatThrownBy(() -> rule.check(BROKEN))
                    .as(rule.getDescription())
                    .isInstanceOf(AssertionError.class);
        }
    }

    /** Breaks every rule once. */
    @Controller
    public static class Broken {

        @Autowired
        TaskService tasks;

        javax.script.ScriptEngine scripts;
    }
}
