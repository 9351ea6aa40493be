package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.gate.GateHouse.CODE;
import static org.waymark.gate.GateHouse.RUN;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** Evidence that a criterion asks for is brought, or somebody asks by name and with a reason to do without. */
class ProvingTests {

    private GateHouse house;
    private WorkItem submitting;

    @BeforeEach
    void open() throws Exception {
        house = new GateHouse();
        house.db
                .sql("update gate_criterion set evidence = 'REQUIRED' where id = 'roi-lines'")
                .update();
        submitting = house.task("submitForDecision", "manager");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> missing(Submission draft) {
        return house.submit.missing(submitting, draft).stream()
                .map(Missing::key)
                .toList();
    }

    @Test
    void handingInIsRefusedUntilItIsBroughtAndWhatWasBroughtCounts() {
        house.sittings.wish(CODE, "roi", "manager", house.sittings.now());
        assertThat(house.process.measureCriteria(CODE, RUN))
                .as("agree and submit does not go past it")
                .isEqualTo("NEEDED");
        assertThat(missing(house.submit.begin(submitting))).containsExactly("gate.submit.without");
        assertThatThrownBy(() -> house.interventions.add(CODE, "roi", 1, "manager", "Plan", "A link", "no-such"))
                .isInstanceOf(Refusal.class);
        house.interventions.add(CODE, "roi", 1, "manager", "Plan", "A link", null);
        assertThat(missing(house.submit.begin(submitting)))
                .as("beside the whole review is not beside the finding")
                .containsExactly("gate.submit.without");
        house.interventions.add(CODE, "roi", 1, "manager", "Contract", "A link", "roi-lines");
        assertThat(missing(house.submit.begin(submitting))).isEmpty();
    }

    @Test
    void aWaiverNamesItsReasonAndWhoAsked() {
        house.process.measureCriteria(CODE, RUN);
        Submission without = new Submission(
                List.of(), List.of(new Submission.Waiver("roi-lines", "The contract is with the notary")));
        assertThat(missing(without)).isEmpty();
        house.submit.submit(submitting, without);
        house.process.convene(CODE, RUN);
        Review review = house.reviews.of(house.sittings.ofInstance(RUN), "sponsor");
        Proving.Proof proof = review.proofs().get("roi-lines");
        assertThat(proof.waived()).isTrue();
        assertThat(proof.waiverReason()).isEqualTo("The contract is with the notary");
        assertThat(proof.waiverBy()).isEqualTo("manager");
    }

    @Test
    void whatWasBroughtLiesBesideTheNextReviewOfTheSameRunToo() {
        house.process.measureCriteria(CODE, RUN);
        house.interventions.add(CODE, "roi", 1, "manager", "Contract", "A link", "roi-lines");
        house.submit.submit(submitting, house.submit.begin(submitting));
        house.process.convene(CODE, RUN);
        house.interventions.retract(CODE, "roi", 1, "manager");
        house.process.measureCriteria(CODE, RUN);
        Sitting second = house.sittings.ofInstance(RUN);
        assertThat(second.number()).isEqualTo(2);
        assertThat(house.evidence.of(second.id()))
                .extracting(Evidence.Piece::name)
                .containsExactly("Contract");
        assertThat(missing(house.submit.begin(submitting))).isEmpty();
    }

    @Test
    void belowItsDepthNobodyHasToBringAnything() {
        house.db
                .sql("update gate_criterion set from_depth = 'FULL' where id = 'roi-lines'")
                .update();
        house.process.measureCriteria(CODE, RUN);
        assertThat(missing(house.submit.begin(submitting))).isEmpty();
    }
}
