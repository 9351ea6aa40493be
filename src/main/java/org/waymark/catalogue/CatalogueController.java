package org.waymark.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
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

    private static final String TEXT = "text.";
    private static final String DATA = "data.";

    private final CatalogueViews views;
    private final CatalogueEditor editor;

    CatalogueController(CatalogueViews views, CatalogueEditor editor) {
        this.views = views;
        this.editor = editor;
    }

    @ModelAttribute("mayEdit")
    boolean mayEdit(HttpServletRequest request) {
        return request.isUserInRole("ADMINISTRATOR");
    }

    @GetMapping
    String start(@RequestParam(defaultValue = "") String q, Model model) {
        if (q.isBlank()) {
            return list(Kind.VALUES.path(), model);
        }
        model.addAttribute("kinds", Kind.inReadingOrder());
        model.addAttribute("q", q.strip());
        model.addAttribute("divisions", views.mentioning(q));
        return "catalogue/list";
    }

    @GetMapping("/{kind}")
    String list(@PathVariable String kind, Model model) {
        Kind shown = views.kind(kind);
        model.addAttribute("kinds", Kind.inReadingOrder());
        model.addAttribute("kind", shown);
        model.addAttribute("finding", views.finding(shown));
        model.addAttribute("divisions", views.divided(shown));
        model.addAttribute("blank", views.blank(shown));
        model.addAttribute("questions", views.questions(shown, Optional.empty()));
        return "catalogue/list";
    }

    @GetMapping("/{kind}/{id}")
    String item(@PathVariable String kind, @PathVariable String id, Model model) {
        Item item = views.item(views.kind(kind), id);
        model.addAttribute("item", item);
        model.addAttribute("words", views.words(item));
        model.addAttribute("facts", views.facts(item));
        model.addAttribute("relations", views.relations(item));
        model.addAttribute("questions", views.questions(item.kind(), Optional.of(item)));
        return "catalogue/item";
    }

    @PostMapping("/{kind}")
    String add(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes after) {
        Kind grown = administered(kind, request);
        String id = editor.add(grown, texts(sent), choices(sent));
        return backTo(grown, id, "catalogue.added", after);
    }

    @PostMapping("/{kind}/{id}")
    String edit(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes after) {
        Item item = views.item(administered(kind, request), id);
        editor.edit(item, texts(sent), choices(sent));
        return backTo(item.kind(), id, "catalogue.saved", after);
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

    private static Map<String, String> texts(MultiValueMap<String, String> sent) {
        Map<String, String> texts = new LinkedHashMap<>();
        sent.toSingleValueMap().forEach((name, text) -> {
            if (name.startsWith(TEXT)) {
                texts.put(name.substring(TEXT.length()), text);
            }
        });
        return texts;
    }

    private static MultiValueMap<String, String> choices(MultiValueMap<String, String> sent) {
        MultiValueMap<String, String> choices = new LinkedMultiValueMap<>();
        sent.forEach((name, chosen) -> {
            if (name.startsWith(DATA)) {
                choices.put(name.substring(DATA.length()), chosen);
            }
        });
        return choices;
    }
}
