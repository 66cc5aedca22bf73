package io.duecast.risk;

import io.duecast.customer.CustomerId;
import io.duecast.customer.CustomerProfile;
import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureVector;
import io.duecast.history.PaymentHistory;
import io.duecast.indicator.Indicators;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Change;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.ReceivableChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the accounts line by line, keeps each customer's history, and assesses every invoice that
 * is opened with what was known before it; again if what is owed, or by when, is changed.
 */
public final class RiskDesk {
  /** The group that every customer is in. */
  public static final String EVERYBODY = "";

  private final CustomerFiles files;
  private final DeskSettings settings;
  private final Scorers scorers;
  private final Indicators indicators;
  private final Assessor assessor;

  /** A desk at which always the same scorer speaks. */
  public RiskDesk(
      CustomerFiles files, DeskSettings settings, Scorer scorer, Indicators indicators) {
    this(files, settings, Scorers.always(scorer), indicators);
  }

  public RiskDesk(
      CustomerFiles files, DeskSettings settings, Scorers scorers, Indicators indicators) {
    this.files = files;
    this.settings = settings;
    this.scorers = scorers;
    this.indicators = indicators;
    this.assessor = new Assessor(settings.features(), settings.limits());
  }

  /** Something about a customer is known now. */
  public void after(CustomerUpdated update) {
    CustomerProfile known = files.profile(update.customer());
    files.put(update.customer(), known.after(update.profile()));
  }

  /** What follows from the next lines of one customer's account. */
  public List<Conclusion> after(CustomerId customer, List<AccountEntry> entries) {
    List<Conclusion> conclusions = new ArrayList<>();
    PaymentHistory history = files.history(customer);
    for (int i = 0; i < entries.size(); i++) {
      AccountEntry entry = entries.get(i);
      PaymentHistory after = history.after(entry, settings.policy());
      if (entry instanceof ReceivableChanged changed) {
        conclusions.add(new Conclusion.Changed(changed));
        if (changed.change() instanceof Change.Opened opened) {
          assess(changed, opened.invoice(), history, conclusions);
        } else {
          count(changed);
        }
        NewQuestion question = NewQuestion.at(i, entries);
        if (question != null && question.isOpenOn(asOf(changed), settings.policy())) {
          assessAgain(question, question.isOwedAgain() ? after : history, conclusions);
        }
      }
      history = after;
    }
    files.put(customer, history);
    return conclusions;
  }

  private void assess(
      ReceivableChanged changed,
      Invoice invoice,
      PaymentHistory prior,
      List<Conclusion> conclusions) {
    FeatureInput in = input(changed, invoice, prior);
    FeatureVector features = assessor.features(in);
    Portfolio portfolio = portfolioOf(in.profile());
    Scorer scorer = scorers.champion(changed.recordedAt(), changed.replayed());
    RiskAssessed risk = assessor.assess(changed, in, features, scorer, portfolio);
    conclusions.add(new Conclusion.Assessed(risk));
    Referral.of(risk, in.asOf()).ifPresent(it -> conclusions.add(new Conclusion.Referred(it)));
    scorers
        .shadow(changed.replayed())
        .map(it -> assessor.assess(changed, in, features, it, portfolio))
        .ifPresent(it -> conclusions.add(new Conclusion.Assessed(it)));
  }

  /** With the history as it is now, but for the invoice itself. */
  private void assessAgain(
      NewQuestion question, PaymentHistory history, List<Conclusion> conclusions) {
    ReceivableChanged changed = question.changed();
    FeatureInput in = input(changed, question.invoice(), question.without(history));
    Scorer scorer = scorers.champion(changed.recordedAt(), changed.replayed());
    RiskAssessed risk =
        assessor.assess(changed, in, assessor.features(in), scorer, portfolioOf(in.profile()));
    conclusions.add(new Conclusion.Assessed(risk));
    Referral.of(risk, in.asOf()).ifPresent(it -> conclusions.add(new Conclusion.Referred(it)));
  }

  private FeatureInput input(ReceivableChanged changed, Invoice invoice, PaymentHistory prior) {
    return new FeatureInput(
        invoice,
        prior,
        files.profile(invoice.customer()),
        indicators,
        settings.policy(),
        asOf(changed),
        changed.recordedAt());
  }

  private LocalDate asOf(ReceivableChanged changed) {
    return LocalDate.ofInstant(changed.recordedAt(), settings.zone());
  }

  private Portfolio portfolioOf(CustomerProfile profile) {
    PortfolioTally all = files.tally(EVERYBODY);
    String segment = profile.segment();
    return new Portfolio(
        all, segment == null ? PortfolioTally.NONE : files.tally(segmentGroup(segment)));
  }

  private void count(ReceivableChanged changed) {
    count(EVERYBODY, changed);
    String segment = files.profile(changed.customer()).segment();
    if (segment != null) {
      count(segmentGroup(segment), changed);
    }
  }

  private void count(String group, ReceivableChanged changed) {
    PortfolioTally known = files.tally(group);
    PortfolioTally after = known.after(changed, settings.policy());
    if (!after.equals(known)) {
      files.put(group, after);
    }
  }

  private static String segmentGroup(String segment) {
    return "segment " + segment;
  }
}
