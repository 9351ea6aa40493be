package org.waymark.model.operatingmodel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;

/** The six tasks that answer checklist items: one for the functions, one for each of the five Cs. */
@Configuration(proxyBeanMethods = false)
class ChecklistTasks {

    private final Rounds rounds;
    private final Checklists checklists;
    private final Team team;
    private final People people;

    ChecklistTasks(Rounds rounds, Checklists checklists, Team team, People people) {
        this.rounds = rounds;
        this.checklists = checklists;
        this.team = team;
        this.people = people;
    }

    @Bean
    AnswerItems answerChecklist() {
        return new AnswerItems("answerChecklist", null, rounds, checklists, team, people);
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
        return new AnswerItems(key, c, rounds, checklists, team, people);
    }
}
