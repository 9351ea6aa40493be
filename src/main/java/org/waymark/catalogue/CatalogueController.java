package org.waymark.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.web.Refusal;

/** The catalogue to read; administrators also put it in the company's own words here. */
@Controller
@RequestMapping("/catalogue")
class CatalogueController {

    private final CatalogueViews views;
    private final CatalogueForms forms;
    private final CatalogueEditor editor;

    CatalogueController(CatalogueViews views, CatalogueForms forms, CatalogueEditor editor) {
        this.views = views;
        this.forms = forms;
        this.editor = editor;
    }

    @ModelAttribute("mayEdit")
    boolean mayEdit(HttpServletRequest request) {
        return request.isUserInRole("KEEP_CATALOGUE");
    }

    @GetMapping
    String start(@RequestParam(defaultValue = "") String q, Model model) {
        if (q.isBlank()) {
            return list(Kind.VALUES.path(), model);
        }
        model.addAttribute("kinds", Kind.inReadingOrder());
        model.addAttribute("q", q.strip());
        List<CatalogueViews.Division> found = views.mentioning(q.strip());
        model.addAttribute("divisions", found);
        model.addAttribute(
                "found",
                found.stream().mapToInt(division -> division.items().size()).sum());
        return "catalogue/list";
    }

    @GetMapping("/{kind}")
    String list(@PathVariable String kind, Model model) {
        Kind shown = views.kind(kind);
        model.addAttribute("kinds", Kind.inReadingOrder());
        model.addAttribute("kind", shown);
        model.addAttribute("finding", views.finding(shown));
        model.addAttribute("divisions", views.divided(shown));
        model.addAttribute("form", forms.blank(shown));
        return "catalogue/list";
    }

    @GetMapping("/{kind}/{id}")
    String item(@PathVariable String kind, @PathVariable String id, Model model) {
        Item item = views.item(views.kind(kind), id);
        model.addAttribute("item", item);
        model.addAttribute("about", forms.words(item));
        model.addAttribute("form", forms.of(item));
        model.addAttribute("facts", views.facts(item));
        model.addAttribute("relations", views.relations(item));
        return "catalogue/item";
    }

    @PostMapping("/{kind}")
    String add(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Kind grown = administered(kind, request);
        Sent sent = Sent.of(parameters);
        try {
            String id = editor.add(grown, sent.texts(), sent.choices());
            return backTo(grown, id, "catalogue.added", after);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            String page = list(kind, model);
            model.addAttribute("form", forms.refused(forms.blank(grown), grown, sent, refusal));
            return page;
        }
    }

    @PostMapping("/{kind}/{id}")
    String edit(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Item item = views.item(administered(kind, request), id);
        Sent sent = Sent.of(parameters);
        try {
            editor.edit(item, sent.texts(), sent.choices());
            return backTo(item.kind(), id, "catalogue.saved", after);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            String page = item(kind, id, model);
            model.addAttribute("form", forms.refused(forms.of(item), item.kind(), sent, refusal));
            return page;
        }
    }

    @PostMapping("/{kind}/{id}/offer")
    String offer(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam boolean on,
            HttpServletRequest request,
            RedirectAttributes after) {
        Item item = views.item(administered(kind, request), id);
        editor.enable(item, on);
        return backTo(item.kind(), id, on ? "catalogue.switchedOn" : "catalogue.switchedOff", after);
    }

    @PostMapping("/{kind}/{id}/move")
    String move(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam boolean up,
            @RequestParam(defaultValue = "false") boolean inList,
            HttpServletRequest request,
            RedirectAttributes after) {
        Item item = views.item(administered(kind, request), id);
        editor.move(item, up);
        if (inList) {
            // the same button again, for whoever moves it on by keyboard
            after.addFlashAttribute("moved", (up ? "up-" : "down-") + item.id());
            return "redirect:/catalogue/" + item.kind().path() + "#" + item.id();
        }
        return backTo(item.kind(), id, up ? "catalogue.movedUp" : "catalogue.movedDown", after);
    }

    @PostMapping("/{kind}/{id}/restore")
    String restore(
            @PathVariable String kind, @PathVariable String id, HttpServletRequest request, RedirectAttributes after) {
        Item item = views.item(administered(kind, request), id);
        editor.restore(item);
        return backTo(item.kind(), id, "catalogue.restored", after);
    }

    private Kind administered(String kind, HttpServletRequest request) {
        if (!mayEdit(request)) {
            throw Refusal.forbidden("catalogue.administrators");
        }
        return views.kind(kind);
    }

    private static String backTo(Kind kind, String id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/catalogue/" + kind.path() + "/" + id;
    }
}
