package org.waymark.model.operatingmodel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The six tasks that answer checklist items: one for the functions, one for each of the five Cs. */
@Configuration(proxyBeanMethods = false)
class ChecklistTasks {

    private final Rounds rounds;
    private final Checklists checklists;
    private final Statements statements;

    ChecklistTasks(Rounds rounds, Checklists checklists, Statements statements) {
        this.rounds = rounds;
        this.checklists = checklists;
        this.statements = statements;
    }

    @Bean
    AnswerItems answerChecklist() {
        return new AnswerItems("answerChecklist", null, rounds, checklists, statements);
    }

    @Bean
    AnswerItems agreeConversation() {
        return agree("agreeConversation", "conversation");
    }

    @Bean
    AnswerItems agreeCommunity() {
        return agree("agreeCommunity", "community");
    }

    @Bean
    AnswerItems agreeCollaboration() {
        return agree("agreeCollaboration", "collaboration");
    }

    @Bean
    AnswerItems agreeCampaign() {
        return agree("agreeCampaign", "campaign");
    }

    @Bean
    AnswerItems agreeContent() {
        return agree("agreeContent", "content");
    }

    private AnswerItems agree(String key, String c) {
        return new AnswerItems(key, c, rounds, checklists, statements);
    }
}
