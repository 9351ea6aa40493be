package org.waymark.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What an administrator sent: words by field, choices and links by field. */
record Sent(Map<String, String> texts, MultiValueMap<String, String> choices) {

    private static final String TEXT = "text.";
    private static final String DATA = "data.";

    static Sent of(MultiValueMap<String, String> parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        MultiValueMap<String, String> choices = new LinkedMultiValueMap<>();
        parameters.forEach((name, sent) -> {
            if (name.startsWith(TEXT)) {
                texts.put(name.substring(TEXT.length()), sent.get(0));
            } else if (name.startsWith(DATA)) {
                choices.put(name.substring(DATA.length()), sent);
            }
        });
        return new Sent(texts, choices);
    }
}
