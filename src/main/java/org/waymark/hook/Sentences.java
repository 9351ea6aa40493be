package org.waymark.hook;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.web.Texts;

/** Says what happened in one sentence, in the language an address was added in. */
@Component
class Sentences {

    private final Texts texts;

    Sentences(Texts texts) {
        this.texts = texts;
    }

    /** The sentence about a program; stage and decision are empty where there are none. */
    String of(Happening happening, String code, String name, String stage, String decision, String language) {
        return in(language, () -> {
            String at = stage.isEmpty() ? "" : texts.of("stage." + stage);
            return switch (happening) {
                case PROGRAM_LAUNCHED -> texts.of("hook.says.program.launched", code, name);
                case GATE_CONVENED -> texts.of("hook.says.gate.convened", code, name, at);
                case GATE_DECIDED ->
                    texts.of("hook.says.gate.decided", code, name, at, texts.of("gate.option." + decision));
                case GATE_RETRACTED -> texts.of("hook.says.gate.retracted", code, name, at);
                case GATE_RESUMED -> texts.of("hook.says.gate.resumed", code, name, at);
                case GATE_REOPENED -> texts.of("hook.says.gate.reopened", code, name, at);
                case CONDITION_KEPT -> texts.of("hook.says.condition.kept", code, name, at);
                case CONDITION_EXTENDED -> texts.of("hook.says.condition.extended", code, name, at);
                case CONDITION_WAIVED -> texts.of("hook.says.condition.waived", code, name, at);
                case PLAN_LOCKED -> texts.of("hook.says.plan.locked", code, name);
                case BENEFIT_CONFIRMED -> texts.of("hook.says.benefit.confirmed", code, name);
                case PROGRAM_COMPLETED -> texts.of("hook.says.program.completed", code, name);
                case PROGRAM_STOPPED -> texts.of("hook.says.program.stopped", code, name, at);
            };
        });
    }

    String test(String language) {
        return in(language, () -> texts.of("hook.says.test"));
    }

    String look(String language) {
        return in(language, () -> texts.of("hook.says.look"));
    }

    private static String in(String language, java.util.function.Supplier<String> words) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        try {
            return words.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
