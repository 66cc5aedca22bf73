package io.duecast.risk;

import static io.duecast.Examples.GLOBEX;
import static io.duecast.Examples.aCustomer;
import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.anAmendmentOf;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static io.duecast.Examples.morningOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.duecast.Examples;
import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.AttributeValue.Numeric;
import io.duecast.dunning.DunningExamples;
import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureVector;
import io.duecast.indicator.Indicators;
import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From facts to assessments and referrals, by the baseline rule. */
class RiskDeskTest {
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final InMemoryFiles files = new InMemoryFiles();
  private final RiskDesk desk =
      new RiskDesk(files, DeskSettings.DEFAULT, new BaselineScorer(), Indicators.NONE);

  @Test
  void theFirstInvoiceOfAllIsAGuessThatSaysSo() {
    RiskAssessed risk = assessed(anInvoice().fact());

    assertThat(risk.probabilityLate()).isCloseTo(0.2, within(1e-12));
    assertThat(risk.interval().low()).isLessThan(0.2);
    assertThat(risk.interval().high()).isGreaterThan(0.2);
    assertThat(risk.band()).isEqualTo(RiskBand.MEDIUM);
    assertThat(risk.modelId()).isEqualTo(BaselineScorer.MODEL_ID);
    assertThat(risk.reasons()).extracting(Reason::textKey).containsExactly("no-history");
    assertThat(risk.expectedPayment().on()).isEqualTo(risk.dueOn());
  }

  @Test
  void oneOnTrialSpeaksBesideTheOneInChargeAndRefersNothing() {
    Scorer silent = new Silent();
    RiskDesk both =
        new RiskDesk(
            new InMemoryFiles(),
            DeskSettings.DEFAULT,
            new Scorers() {
              @Override
              public Scorer champion(Instant recordedAt, boolean replayed) {
                return new BaselineScorer();
              }

              @Override
              public Optional<Scorer> shadow(boolean replayed) {
                return replayed ? Optional.empty() : Optional.of(silent);
              }
            },
            Indicators.NONE);
    Fact fact = anInvoice().fact();

    List<Conclusion> conclusions = both.after(fact.customer(), ledger.after(fact).entries());

    List<RiskAssessed> risks =
        conclusions.stream()
            .filter(Conclusion.Assessed.class::isInstance)
            .map(it -> ((Conclusion.Assessed) it).risk())
            .toList();
    assertThat(risks)
        .extracting(RiskAssessed::role)
        .containsExactly(ScorerRole.BASELINE, ScorerRole.SHADOW);
    assertThat(risks.get(1).assessmentId()).isEqualTo(risks.get(0).assessmentId() + ":SHADOW");
    assertThat(risks.get(1).features()).isEqualTo(risks.get(0).features());
    assertThat(risks.get(1).band()).isEqualTo(RiskBand.VERY_HIGH);
    assertThat(conclusions).noneMatch(Conclusion.Referred.class::isInstance);
  }

  /** The rule, but sure that all will be late. */
  private static final class Silent implements Scorer {
    @Override
    public String modelId() {
      return "candidate";
    }

    @Override
    public ScorerRole role() {
      return ScorerRole.SHADOW;
    }

    @Override
    public Prediction predict(FeatureInput in, FeatureVector features, Portfolio portfolio) {
      Prediction rule = new BaselineScorer().predict(in, features, portfolio);
      return new Prediction(
          0.99, rule.interval(), rule.byBucket(), rule.expectedPayment(), rule.reasons());
    }
  }

  @Test
  void bucketsAndProbabilityAgree() {
    lateCustomer(7);
    RiskAssessed risk = assessed(invoice("I-99", "2026-09-01"));
    AgingProbabilities buckets = risk.byBucket();

    assertThat(1 - buckets.onTime()).isCloseTo(risk.probabilityLate(), within(1e-12));
    assertThat(buckets.days1To30()).isPositive();
    assertThat(buckets.daysOver90()).isPositive();
  }

  @Test
  void aLateCustomerIsWorseThanTheOthersAndTheReasonIsItsOwn() {
    lateCustomer(30);
    RiskAssessed risk = assessed(invoice("I-99", "2026-09-01"));

    // 30 of 30 late: all (30 + 5 x 0.2) / 35, then 30 + 10 of that over 40
    double all = 31.0 / 35;
    assertThat(risk.probabilityLate()).isCloseTo((30 + 10 * all) / 40, within(1e-12));
    assertThat(risk.band()).isEqualTo(RiskBand.VERY_HIGH);
    assertThat(risk.reasons().getFirst().feature()).isEqualTo("known_late_ratio");
    assertThat(risk.reasons().getFirst().value()).isEqualTo(1);
    assertThat(ReasonText.of(risk.reasons().getFirst()))
        .isEqualTo("100% of the customer's invoices with a known outcome were late");
    assertThat(risk.expectedPayment().on()).isAfter(risk.dueOn());
    assertThat(risk.expectedPayment().earliest()).isBeforeOrEqualTo(risk.expectedPayment().on());
    assertThat(risk.expectedPayment().latest()).isAfterOrEqualTo(risk.expectedPayment().on());
  }

  @Test
  void aSegmentCountsWhereACustomerHasNoHistory() {
    desk.after(aCustomer().segment("key").fact());
    lateCustomer(30);
    desk.after(aCustomer().of(GLOBEX).segment("key").fact());
    RiskAssessed risk = assessed(anInvoice("G-1").of(GLOBEX).issuedOn("2026-09-01").fact());

    assertThat(risk.segment()).isEqualTo("key");
    assertThat(risk.reasons()).extracting(Reason::textKey).contains("segment-late-ratio");
    assertThat(risk.probabilityLate()).isCloseTo((30 + 20 * 31.0 / 35) / 50, within(1e-12));
  }

  @Test
  void aPaymentRecordedLaterNeverShowsWhateverItsValueDate() {
    send(invoice("I-1", "2026-03-02"));
    RiskAssessed risk = assessed(invoice("I-2", "2026-05-04"));
    send(aPayment().paying("I-1", "100").on("2026-03-12").recordedOn("2026-05-05").fact());
    RiskAssessed next = assessed(invoice("I-3", "2026-05-06"));

    assertThat(risk.features())
        .containsEntry("open_invoices", num(1))
        .containsEntry("prior_settled", num(0));
    assertThat(next.features())
        .containsEntry("open_invoices", num(1))
        .containsEntry("prior_settled", num(1));
  }

  @Test
  void anInvoicePaidBeforeItIsKnownIsAssessedWithoutThat() {
    send(aPayment().paying("I-1", "100").on("2026-02-27").fact());
    RiskAssessed risk = assessed(invoice("I-1", "2026-03-02"));

    assertThat(risk.features())
        .containsEntry("prior_settled", num(0))
        .containsEntry("prior_invoices", num(0))
        .doesNotContainKey("days_since_payment");
  }

  @Test
  void anAssessmentIsMadeOnceWhateverIsRepeated() {
    assertThat(assessments(anInvoice().fact(), anInvoice().fact())).hasSize(1);
  }

  @Test
  void anAmendedDueDateIsANewQuestionAnsweredWithoutTheInvoiceItself() {
    lateCustomer(7);
    RiskAssessed atIssue = assessed(invoice("I-99", "2026-09-01"));

    RiskAssessed amended = assessed(anAmendmentOf("I-99").on("2026-09-03").dueOn("2026-11-13"));

    assertThat(amended.trigger()).isEqualTo(AssessmentTrigger.AMENDED);
    assertThat(amended.assessmentId()).isNotEqualTo(atIssue.assessmentId());
    assertThat(amended.dueOn()).isEqualTo(day("2026-11-13"));
    assertThat(amended.features())
        .containsEntry("prior_invoices", num(7))
        .containsEntry("open_invoices", num(0))
        .containsEntry("term_days", num(73));
    assertThat(atIssue.trigger()).isEqualTo(AssessmentTrigger.ISSUED);
    assertThat(atIssue.features()).containsEntry("term_days", num(30));
  }

  @Test
  void anAmendedAmountIsANewQuestionAboutWhatIsOpenOfIt() {
    send(invoice("I-1", "2026-03-02"));
    send(aPayment().paying("I-1", "30").on("2026-03-04").fact());

    RiskAssessed amended = assessed(anAmendmentOf("I-1").on("2026-03-05").payable(eur("170")));

    assertThat(amended.openAmount()).isEqualTo(eur("140"));
    assertThat(amended.features()).containsEntry("amount", num(170));
  }

  @Test
  void aSettledInvoiceThatIsAmendedUpwardsIsOwedAgainAndAssessedAgain() {
    lateCustomer(7);
    RiskAssessed atIssue = assessed(invoice("I-99", "2026-09-01"));
    send(aPayment("P-99").paying("I-99", "100").on("2026-09-04").fact());

    RiskAssessed again = assessed(anAmendmentOf("I-99").on("2026-09-07").payable(eur("170")));

    assertThat(again.trigger()).isEqualTo(AssessmentTrigger.AMENDED);
    assertThat(again.assessmentId()).isNotEqualTo(atIssue.assessmentId());
    assertThat(again.openAmount()).isEqualTo(eur("70"));
    assertThat(again.features())
        .containsEntry("amount", num(170))
        .containsEntry("open_invoices", num(0))
        .containsEntry("prior_settled", atIssue.features().get("prior_settled"));
  }

  @Test
  void aSettledInvoiceThatIsAmendedAndStillPaidIsNoQuestion() {
    send(invoice("I-1", "2026-03-02"));
    send(aPayment("P-1").paying("I-1", "100").on("2026-03-10").fact());
    send(aPayment("P-2").paying("I-1", "70").on("2026-03-12").fact());

    assertThat(assessments(anAmendmentOf("I-1").on("2026-03-13").payable(eur("170")))).isEmpty();
  }

  @Test
  void whatChangesNeitherAmountNorDueDateIsNoNewQuestion() {
    send(invoice("I-1", "2026-03-02"));

    assertThat(assessments(anAmendmentOf("I-1").version(1).as(AmendmentType.SENT_TO_AGENCY)))
        .isEmpty();
    assertThat(assessments(anAmendmentOf("I-1").version(2).dueOn("2026-04-01"))).isEmpty();
    assertThat(assessments(anAmendmentOf("I-1").version(3).as(AmendmentType.HOLD_PLACED)))
        .isEmpty();
  }

  @Test
  void whatIsPaidOrLateAlreadyIsNoQuestionAnyMore() {
    send(invoice("I-1", "2026-03-02"));
    send(invoice("I-2", "2026-03-02"));
    send(aPayment().paying("I-1", "100").on("2026-03-12").fact());

    assertThat(assessments(anAmendmentOf("I-1").on("2026-03-13").dueOn("2026-05-13"))).isEmpty();
    assertThat(assessments(anAmendmentOf("I-2").on("2026-06-01").dueOn("2026-05-13"))).isEmpty();
    assertThat(assessments(anAmendmentOf("I-2").on("2026-06-02").version(2).payable(eur("70"))))
        .isEmpty();
  }

  @Test
  void everyAssessmentHasAnIdOfItsOwn() {
    send(anAmendmentOf("I-1").version(1).on("2026-03-03").dueOn("2026-05-13"));
    send(anAmendmentOf("I-1").version(2).on("2026-03-04").dueOn("2026-06-17"));

    assertThat(assessments(invoice("I-1", "2026-03-02")))
        .hasSize(3)
        .extracting(RiskAssessed::assessmentId)
        .doesNotHaveDuplicates();
  }

  @Test
  void aReversalLeavesThePortfolioAsItWas() {
    send(anInvoice().fact());
    send(aPayment().paying("I-1", "100").on("2026-05-12").fact());
    assertThat(files.tally(RiskDesk.EVERYBODY).late31To60()).isEqualTo(1);

    send(aPayment().status(PaymentStatus.REVERSED).on("2026-05-14").fact());
    assertThat(files.tally(RiskDesk.EVERYBODY)).isEqualTo(PortfolioTally.NONE);
  }

  @Test
  void onlyHighRisksAreReferred() {
    assertThat(Referral.of(assessed(anInvoice().fact()), day("2026-03-02"))).isEmpty();
  }

  @Test
  void aReferralSaysWhatToDoAndWhen() {
    lateCustomer(30);
    RiskAssessed risk = assessed(invoice("I-99", "2026-09-01"));

    HighRiskInvoice early = Referral.of(risk, day("2026-09-01")).orElseThrow();
    assertThat(early.suggestedAction()).isEqualTo(SuggestedAction.CALL_BEFORE_DUE);
    assertThat(early.suggestedOn()).isEqualTo(risk.dueOn().minusDays(7));
    HighRiskInvoice soon = Referral.of(risk, risk.dueOn()).orElseThrow();
    assertThat(soon.suggestedOn()).isEqualTo(risk.dueOn());
    HighRiskInvoice overdue = Referral.of(risk, risk.dueOn().plusDays(1)).orElseThrow();
    assertThat(overdue.suggestedAction()).isEqualTo(SuggestedAction.CALL_NOW);
    assertThat(overdue.suggestedOn()).isEqualTo(risk.dueOn().plusDays(1));
  }

  @Test
  void whoIsWrittenToIsLeftToTheReminders() {
    RiskAssessed risk =
        DunningExamples.risk(Examples.ACME, "I-1", RiskBand.HIGH, day("2026-03-02"));

    assertThat(Referral.of(risk, day("2026-03-02")).orElseThrow().suggestedAction())
        .isEqualTo(SuggestedAction.LEAVE_TO_REMINDERS);
  }

  @Test
  void aBandBeginsWithItsLimit() {
    BandLimits limits = new BandLimits(0.1, 0.3, 0.7);

    assertThat(limits.band(0.0999)).isEqualTo(RiskBand.LOW);
    assertThat(limits.band(0.1)).isEqualTo(RiskBand.MEDIUM);
    assertThat(limits.band(0.3)).isEqualTo(RiskBand.HIGH);
    assertThat(limits.band(0.7)).isEqualTo(RiskBand.VERY_HIGH);
    assertThatThrownBy(() -> new BandLimits(0.3, 0.3, 0.7)).hasMessageContaining("do not rise");
    assertThatThrownBy(() -> new BandLimits(Double.NaN, 0.3, 0.7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void lateCustomer(int invoices) {
    LocalDate on = day("2026-03-02");
    for (int i = 0; i < invoices; i++) {
      send(anInvoice("I-" + i).issuedOn(on).dueIn(10).fact());
      send(
          aPayment("P-" + i)
              .paying("I-" + i, "100")
              .on(on.plusDays(30 + i))
              .recordedAt(morningOf(on.plusDays(30 + i)))
              .fact());
    }
  }

  private static Fact invoice(String id, String issuedOn) {
    return anInvoice(id).issuedOn(issuedOn).fact();
  }

  private RiskAssessed assessed(Fact fact) {
    List<RiskAssessed> risks = assessments(fact);
    assertThat(risks).hasSize(1);
    return risks.getFirst();
  }

  private List<RiskAssessed> assessments(Fact... facts) {
    List<RiskAssessed> risks = new ArrayList<>();
    for (Fact fact : facts) {
      for (Conclusion conclusion : send(fact)) {
        if (conclusion instanceof Conclusion.Assessed it) {
          risks.add(it.risk());
        }
      }
    }
    return risks;
  }

  private List<Conclusion> send(Fact fact) {
    return desk.after(fact.customer(), ledger.after(fact).entries());
  }

  private static AttributeValue num(double value) {
    return new Numeric(value);
  }
}
