package org.waymark.program;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;

/** The codes programs are called by: each is given once. */
@Component
public class Codes {

    private final LaunchRules rules;
    private final ProgramRepository programs;

    Codes(LaunchRules rules, ProgramRepository programs) {
        this.rules = rules;
        this.programs = programs;
    }

    /** The code as it is written, or why no program can be called so. */
    public String free(@Nullable String typed) {
        String code = rules.code(typed);
        if (programs.find(code).isPresent()) {
            throw Refusal.conflict("program.exists", code).at("code");
        }
        return code;
    }
}
