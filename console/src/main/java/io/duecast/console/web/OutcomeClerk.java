package io.duecast.console.web;

import io.duecast.console.access.User;
import io.duecast.console.log.FactLog;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.money.Money;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.DisputeId;
import io.duecast.receivable.DisputeOpened;
import io.duecast.receivable.DisputeResolved;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.OutcomeKind;
import io.duecast.receivable.PromiseSource;
import io.duecast.receivable.PromiseToPay;
import io.duecast.receivable.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a collector records against what is known, and puts it on the log. The tables learn
 * of it from there, as of everything.
 */
final class OutcomeClerk {
  static final String SOURCE = "duecast-console";
  private static final String CHANNELS = "[a-z][a-z0-9-]{0,31}";
  private static final int LONGEST_EFFORT_SECONDS = 86_400;
  private static final int LONGEST_WORDS = 64;
  private static final int FURTHEST_DAYS = 366;

  private final Jdbi jdbi;
  private final FactLog log;
  private final CompanyClock clock;

  OutcomeClerk(Jdbi jdbi, FactLog log, CompanyClock clock) {
    this.jdbi = jdbi;
    this.log = log;
    this.clock = clock;
  }

  /**
   * What was recorded.
   *
   * @param event under which it is on the log
   * @param isKnown whether it was there before
   */
  record Recorded(String event, boolean isKnown) {}

  private record Known(
      String state,
      @Nullable String currency,
      @Nullable BigDecimal balance,
      @Nullable BigDecimal payable,
      boolean isDisputed,
      LocalDate dueOn) {}

  /**
   * Records an outcome.
   *
   * @param key the same for the same outcome said again; null for a new one
   * @throws Problem if it cannot be
   * @throws io.duecast.console.log.LogSilentException if nobody confirms it
   */
  Recorded record(OutcomeForm form, @Nullable String key) {
    String id = key == null ? UUID.randomUUID().toString() : key;
    String event = SOURCE + ":" + id;
    List<Fact> facts =
        jdbi.withHandle(
            handle -> {
              CustomerId customer = new CustomerId(needed("customer", form.customer()));
              return isThere(handle, customer, event, form)
                  ? List.<Fact>of()
                  : facts(handle, form, customer, id);
            });
    log.put(facts);
    return new Recorded(event, facts.isEmpty());
  }

  private static boolean isThere(
      Handle handle, CustomerId customer, String event, OutcomeForm form) {
    OutcomeForm.Promise promise = form.promise();
    OutcomeForm.Verdict verdict = form.verdict();
    Optional<Boolean> known =
        handle
            .createQuery(
                "select invoice is not distinct from ? and outcome = ? and promised_on::text is not"
                    + " distinct from ? and agrees is not distinct from ? from outcomes where"
                    + " customer = ? and event_id = ?")
            .bind(0, form.invoice())
            .bind(1, form.outcome())
            .bind(2, promise == null ? null : promise.on())
            .bind(3, verdict == null ? null : verdict.agrees())
            .bind(4, customer.value())
            .bind(5, event)
            .mapTo(Boolean.class)
            .findOne();
    if (known.isPresent() && !known.get()) {
      throw Problem.conflict("another outcome was recorded under this key");
    }
    return known.isPresent();
  }

  private List<Fact> facts(Handle handle, OutcomeForm form, CustomerId customer, String id) {
    LocalDate today = clock.today(handle);
    Instant at = clock.now(today);
    LocalDate on = contactedOn(form, today);
    OutcomeKind kind = form.kind();
    @Nullable Known known = known(handle, customer, form.invoice());
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new CollectionOutcome(
            envelope(id, at),
            customer,
            form.invoice() == null ? null : new InvoiceId(form.invoice()),
            kind,
            promise(form, kind, known, on),
            verdict(handle, form, customer, kind, known, today),
            matching("channel", form.channel(), CHANNELS, "a word such as phone"),
            matching("agent", form.agent(), User.NAMES, "an id of up to 64 letters and digits"),
            effort(form.effortSeconds()),
            on));
    DisputeOpened dispute = dispute(form, customer, kind, known, on, id, at);
    if (dispute != null) {
      facts.add(dispute);
    }
    DisputeResolved end = disputeEnd(handle, form, customer, on, id, at);
    if (end != null) {
      facts.add(end);
    }
    return facts;
  }

  private static LocalDate contactedOn(OutcomeForm form, LocalDate today) {
    LocalDate on = OutcomeForm.day("contactedOn", form.contactedOn());
    if (on == null) {
      return today;
    }
    if (on.isAfter(today) || on.isBefore(today.minusDays(FURTHEST_DAYS))) {
      throw Problem.badRequest("'contactedOn' is within a year before today, %s", today);
    }
    return on;
  }

  private static @Nullable Known known(
      Handle handle, CustomerId customer, @Nullable String invoice) {
    if (invoice == null) {
      boolean isCustomer =
          handle
              .createQuery("select exists (select 1 from customers where customer = ?)")
              .bind(0, customer.value())
              .mapTo(Boolean.class)
              .one();
      if (!isCustomer) {
        throw Problem.notFound("there is no customer %s", customer);
      }
      return null;
    }
    return handle
        .createQuery(
            "select status, currency, balance, payable, coalesce(disputed, false), due_on from"
                + " invoices where customer = ? and invoice = ? and status is not null")
        .bind(0, customer.value())
        .bind(1, invoice)
        .map(
            (row, context) ->
                new Known(
                    row.getString(1),
                    row.getString(2),
                    row.getBigDecimal(3),
                    row.getBigDecimal(4),
                    row.getBoolean(5),
                    row.getObject(6, LocalDate.class)))
        .findOne()
        .orElseThrow(() -> Problem.notFound("customer %s has no invoice %s", customer, invoice));
  }

  private static @Nullable PromiseToPay promise(
      OutcomeForm form, OutcomeKind kind, @Nullable Known known, LocalDate on) {
    OutcomeForm.Promise promise = form.promise();
    if ((promise != null) != (kind == OutcomeKind.PROMISE_TO_PAY)) {
      throw Problem.badRequest("'promise' belongs to the outcome PROMISE_TO_PAY, and it to that");
    }
    if (promise == null) {
      return null;
    }
    Known invoice = open(known, "promised");
    LocalDate until = OutcomeForm.day("promise.on", needed("promise.on", promise.on()));
    if (until == null || until.isBefore(on) || until.isAfter(on.plusDays(FURTHEST_DAYS))) {
      throw Problem.badRequest("'promise.on' is within a year from the contact on, %s", on);
    }
    return new PromiseToPay(
        money("promise.amount", promise.amount(), invoice, invoice.balance()),
        until,
        PromiseSource.COLLECTOR);
  }

  private static @Nullable DisputeOpened dispute(
      OutcomeForm form,
      CustomerId customer,
      OutcomeKind kind,
      @Nullable Known known,
      LocalDate on,
      String id,
      Instant at) {
    OutcomeForm.Dispute dispute = form.dispute();
    if (dispute == null) {
      return null;
    }
    if (kind != OutcomeKind.DISPUTED) {
      throw Problem.badRequest("'dispute' belongs to the outcome DISPUTED");
    }
    Known invoice = open(known, "disputed");
    if (invoice.isDisputed()) {
      throw Problem.conflict(
          "invoice %s is in dispute already: record the contact without 'dispute'",
          String.valueOf(form.invoice()));
    }
    return new DisputeOpened(
        envelope(id + ":dispute", at),
        new DisputeId(SOURCE + ":" + id),
        new InvoiceId(needed("invoice", form.invoice())),
        customer,
        words("dispute.reason", dispute.reason()),
        money("dispute.amount", dispute.amount(), invoice, invoice.payable()),
        on);
  }

  private static @Nullable DisputeResolved disputeEnd(
      Handle handle, OutcomeForm form, CustomerId customer, LocalDate on, String id, Instant at) {
    OutcomeForm.DisputeEnd end = form.disputeEnd();
    if (end == null) {
      return null;
    }
    if (form.dispute() != null) {
      throw Problem.badRequest("'dispute' opens one and 'disputeEnd' ends one: say them apart");
    }
    String invoice = needed("invoice", form.invoice());
    String dispute = needed("disputeEnd.dispute", end.dispute());
    if (!isOpenDispute(handle, customer, invoice, dispute)) {
      throw Problem.conflict("invoice %s has no open dispute %s", invoice, dispute);
    }
    return new DisputeResolved(
        envelope(id + ":dispute-end", at),
        new DisputeId(dispute),
        new InvoiceId(invoice),
        customer,
        words("disputeEnd.resolution", end.resolution()),
        on);
  }

  private static boolean isOpenDispute(
      Handle handle, CustomerId customer, String invoice, String dispute) {
    return handle
        .createQuery(
            "select coalesce(sum(case kind when 'DISPUTED' then 1 when 'DISPUTE_ENDED' then -1"
                + " end), 0) > 0 from invoice_events where customer = ? and invoice = ? and"
                + " detail ->> 'dispute' = ?")
        .bind(0, customer.value())
        .bind(1, invoice)
        .bind(2, dispute)
        .mapTo(Boolean.class)
        .one();
  }

  private static Known open(@Nullable Known known, String what) {
    if (known == null) {
      throw Problem.badRequest("'invoice' says what is %s", what);
    }
    if (!known.state().equals("OPEN")) {
      throw Problem.conflict("the invoice is %s: it cannot be %s", known.state(), what);
    }
    return known;
  }

  private static @Nullable Money money(
      String name, @Nullable String text, Known invoice, @Nullable BigDecimal most) {
    BigDecimal amount = OutcomeForm.amount(name, text);
    if (amount == null) {
      return null;
    }
    if (invoice.currency() == null) {
      throw Problem.conflict("the invoice has no currency yet: leave out '%s'", name);
    }
    Currency currency = Currency.getInstance(invoice.currency());
    if (amount.scale() > currency.getDefaultFractionDigits()) {
      throw Problem.badRequest("'%s' has more decimals than %s", name, currency);
    }
    if (most != null && amount.compareTo(most) > 0) {
      throw Problem.badRequest(
          "'%s' is more than %s %s", name, most.stripTrailingZeros().toPlainString(), currency);
    }
    return new Money(amount, currency);
  }

  private static @Nullable Verdict verdict(
      Handle handle,
      OutcomeForm form,
      CustomerId customer,
      OutcomeKind kind,
      @Nullable Known known,
      LocalDate today) {
    OutcomeForm.Verdict verdict = form.verdict();
    if (verdict == null) {
      if (kind == OutcomeKind.REVIEWED) {
        throw Problem.badRequest("'verdict' is what a review comes to");
      }
      return null;
    }
    String assessment = needed("verdict.assessment", verdict.assessment());
    if (verdict.agrees() == null) {
      throw Problem.badRequest("'verdict.agrees' must be given");
    }
    boolean isThere =
        handle
            .createQuery(
                "select exists (select 1 from assessments where customer = ? and invoice = ? and"
                    + " assessment_id = ?)")
            .bind(0, customer.value())
            .bind(1, form.invoice())
            .bind(2, assessment)
            .mapTo(Boolean.class)
            .one();
    if (!isThere) {
      throw Problem.notFound(
          "invoice %s has no assessment %s", String.valueOf(form.invoice()), assessment);
    }
    if (known == null || !known.state().equals("OPEN") || today.isAfter(known.dueOn())) {
      throw Problem.conflict("whether it is late is known: there is nothing to judge any more");
    }
    return new Verdict(assessment, verdict.agrees());
  }

  private static Envelope envelope(String id, Instant at) {
    return new Envelope(new EventId(SOURCE + ":" + id), at, at, at, SOURCE, null, false);
  }

  private static @Nullable Integer effort(@Nullable Integer seconds) {
    if (seconds != null && (seconds < 0 || seconds > LONGEST_EFFORT_SECONDS)) {
      throw Problem.badRequest("'effortSeconds' is from 0 to %d", LONGEST_EFFORT_SECONDS);
    }
    return seconds;
  }

  private static @Nullable String matching(
      String name, @Nullable String text, String pattern, String meaning) {
    if (text != null && !text.matches(pattern)) {
      throw Problem.badRequest("'%s' is %s", name, meaning);
    }
    return text;
  }

  private static @Nullable String words(String name, @Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > LONGEST_WORDS)) {
      throw Problem.badRequest("'%s' has up to %d characters", name, LONGEST_WORDS);
    }
    return text;
  }

  private static String needed(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.badRequest("'%s' must be given", name);
    }
    return text;
  }
}
