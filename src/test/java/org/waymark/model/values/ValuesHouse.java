package org.waymark.model.values;

import org.waymark.model.TestHouse;

/** The whole values stage, wired by hand over a test house. */
final class ValuesHouse {

    final ValueVotes votes;
    final ValueAgreements agreements;
    final Scorecards scorecards;
    final RecallHistory recall;
    final WishesOnTheBallot early = new WishesOnTheBallot();
    final WeighValues weigh;
    final ValuesProcess process;
    final AgreeValues agree;
    final ValuesModel model;

    ValuesHouse(TestHouse house) {
        votes = new ValueVotes(house.jdbc, house.clock);
        agreements = new ValueAgreements(house.jdbc, house.clock);
        scorecards = new Scorecards(house.jdbc, house.catalogue, house.texts);
        recall = new RecallHistory(house.jdbc, house.clock, house.texts);
        weigh = new WeighValues(
                votes,
                house.catalogue,
                house.team,
                house.ledger,
                scorecards,
                new WeighRules(house.catalogue, house.clock),
                early);
        process = new ValuesProcess(votes, house.ledger);
        agree = new AgreeValues(
                votes,
                agreements,
                house.catalogue,
                house.team,
                house.programs,
                new ValueChoiceRules(votes, house.catalogue, house.team, house.programs, house.clock),
                new ValueChoicePage(votes, house.catalogue, house.team, house.programs, house.people),
                recall);
        WeighingRecord weighing = new WeighingRecord(votes, house.catalogue, house.texts);
        model = new ValuesModel(
                votes,
                agreements,
                new ValuesRecord(
                        votes,
                        agreements,
                        weighing,
                        new ExperiencePromises(house.catalogue, house.texts),
                        recall,
                        scorecards,
                        house.catalogue,
                        house.people,
                        house.texts),
                house.catalogue,
                house.team,
                scorecards,
                weighing);
    }
}
