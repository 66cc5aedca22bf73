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
 * is opened with what was known before it.
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
    for (AccountEntry entry : entries) {
      if (entry instanceof ReceivableChanged changed) {
        conclusions.add(new Conclusion.Changed(changed));
        if (changed.change() instanceof Change.Opened opened) {
          assess(changed, opened.invoice(), history, conclusions);
        } else {
          count(changed);
        }
      }
      history = history.after(entry, settings.policy());
    }
    files.put(customer, history);
    return conclusions;
  }

  private void assess(
      ReceivableChanged changed,
      Invoice invoice,
      PaymentHistory prior,
      List<Conclusion> conclusions) {
    CustomerProfile profile = files.profile(invoice.customer());
    LocalDate asOf = LocalDate.ofInstant(changed.recordedAt(), settings.zone());
    FeatureInput in =
        new FeatureInput(
            invoice, prior, profile, indicators, settings.policy(), asOf, changed.recordedAt());
    FeatureVector features = assessor.features(in);
    Portfolio portfolio = portfolioOf(profile);
    Scorer scorer = scorers.champion(changed.recordedAt(), changed.replayed());
    RiskAssessed risk = assessor.assess(changed, in, features, scorer, portfolio);
    conclusions.add(new Conclusion.Assessed(risk));
    Referral.of(risk, asOf).ifPresent(it -> conclusions.add(new Conclusion.Referred(it)));
    scorers
        .shadow(changed.replayed())
        .map(it -> assessor.assess(changed, in, features, it, portfolio))
        .ifPresent(it -> conclusions.add(new Conclusion.Assessed(it)));
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
