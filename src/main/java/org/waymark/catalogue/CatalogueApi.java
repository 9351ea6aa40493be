package org.waymark.catalogue;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.web.Refusal;

/** The catalogue for other programs, in the reader's language. */
@RestController
@RequestMapping("/api/catalogue")
class CatalogueApi {

    private final Catalogue catalogue;

    CatalogueApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/{kind}")
    List<?> list(@PathVariable String kind) {
        return switch (kind) {
            case "values" -> catalogue.values();
            case "capabilities" -> catalogue.capabilities();
            case "dimensions" -> catalogue.dimensions();
            case "chasm-conditions" -> catalogue.chasmConditions();
            case "benefits" -> catalogue.benefits();
            case "costs" -> catalogue.costs();
            case "use-cases" -> catalogue.useCases();
            case "checklist" -> catalogue.checklist();
            case "components" -> catalogue.components();
            case "functions" -> catalogue.functions();
            default -> throw Refusal.missing("catalogue.kind", kind);
        };
    }

    @GetMapping("/{kind}/{id}")
    Object one(@PathVariable String kind, @PathVariable String id) {
        return switch (kind) {
            case "values" -> catalogue.value(id);
            case "capabilities" -> catalogue.capability(id);
            case "dimensions" -> catalogue.dimension(id);
            case "chasm-conditions" -> catalogue.chasmCondition(id);
            case "benefits" -> catalogue.benefit(id);
            case "costs" -> catalogue.cost(id);
            case "use-cases" -> catalogue.useCase(id);
            case "checklist" -> catalogue.checklistItem(id);
            case "components" -> catalogue.component(id);
            case "functions" -> catalogue.function(id);
            default -> throw Refusal.missing("catalogue.kind", kind);
        };
    }
}
