package io.duecast.receivable;

import static io.duecast.check.Check.accept;
import static java.lang.Math.toIntExact;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.check.Rejection;
import io.duecast.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** What each kind of fact makes of one receivable. A repeat makes nothing of it. */
final class ReceivableFold {
  private final Settling settling;
  private final Opening opening;

  ReceivableFold(LedgerPolicy policy) {
    this.settling = new Settling(policy);
    this.opening = new Opening(settling);
  }

  /**
   * @throws RejectedException if the invoice is known with another content
   */
  Step open(Receivable state, InvoiceIssued fact) {
    return opening.open(state, fact, this::amend);
  }

  /**
   * A posting comes, or replaces the one of the same source.
   *
   * @throws RejectedException if it is in another currency and brings no rate
   */
  Step post(Receivable state, Posting posting) {
    Money payable = state.payable();
    if (payable != null && !posting.fits(payable.currency())) {
      Rejection why = Opening.misfit(state.id(), posting, payable);
      throw new RejectedException(why.reason(), why.detail());
    }
    Currency currency = payable == null ? null : payable.currency();
    return settling.step(
        state,
        state.but().postings(Postings.with(state.postings(), posting, currency)).build(),
        posting.on());
  }

  /** A posting is taken back, and with it the word that all is paid. */
  Step takeBack(Receivable state, PaymentReceived fact) {
    List<Posting> rest =
        Postings.without(state.postings(), fact.payment().value(), PostingKind.CASH);
    Receivable after = state.but().postings(rest).unsaid(fact.envelope().recordedAt()).build();
    return settling.step(state, after, fact.valueOn());
  }

  Step declareSettled(Receivable state, PaymentSettled fact) {
    Instant said = state.declaredAt();
    Instant says = fact.envelope().recordedAt();
    if (said != null && !says.isAfter(said)) {
      return Step.silent(state);
    }
    return settling.step(
        state, state.but().declaredSettledOn(fact.settledOn(), says).build(), fact.settledOn());
  }

  Step amend(Receivable state, InvoiceAmended fact) {
    Invoice invoice = state.invoice();
    if (invoice == null) {
      return await(state, fact);
    }
    if (fact.version() <= state.version()) {
      return Step.silent(state);
    }
    Receivable versioned = state.but().version(fact.version()).build();
    LocalDate on = fact.effectiveOn();
    return switch (fact.type()) {
      case DUE_DATE_CHANGED, AMOUNT_CORRECTED, TERMS_CHANGED -> newTerms(versioned, invoice, fact);
      case CANCELLED -> withdraw(versioned, on);
      case REOPENED -> reopen(versioned, fact);
      case WRITTEN_OFF -> writeOff(versioned, on);
      case WRITE_OFF_REVERSED -> reverseWriteOff(versioned, fact);
      case HOLD_PLACED -> hold(versioned, true, new Change.HoldPlaced(on));
      case HOLD_RELEASED -> hold(versioned, false, new Change.HoldReleased(on));
      case SENT_TO_AGENCY, SOLD_TO_FACTOR, UNKNOWN ->
          Step.of(versioned, new Change.Amended(fact.type(), on, invoice));
    };
  }

  private static Step await(Receivable state, InvoiceAmended fact) {
    List<InvoiceAmended> waiting = new ArrayList<>(state.waiting());
    if (waiting.stream().anyMatch(known -> known.version() == fact.version())) {
      return Step.silent(state);
    }
    waiting.add(fact);
    waiting.sort(Comparator.comparingLong(InvoiceAmended::version));
    accept(
        waiting.size() <= Receivable.WAITING,
        RejectReason.CONTRACT_VIOLATION,
        "invoice %s of customer %s is not known, and %d amendments wait for it already",
        state.id(),
        state.customer(),
        Receivable.WAITING);
    return Step.silent(state.but().waiting(waiting).build());
  }

  private Step newTerms(Receivable state, Invoice invoice, InvoiceAmended fact) {
    InvoiceTerms terms = fact.after();
    if (terms == null) {
      return Step.silent(state);
    }
    LocalDate dueOn = terms.dueOn();
    if (dueOn == null && terms.termDays() != null) {
      dueOn = invoice.issuedOn().plusDays(terms.termDays());
    }
    Money payable = terms.payable();
    Money known = state.payable();
    accept(
        payable == null || known == null || payable.currency().equals(known.currency()),
        RejectReason.CURRENCY_MISMATCH,
        "invoice %s of %s amended to %s",
        state.id(),
        String.valueOf(known),
        String.valueOf(payable));
    ReceivableBuilder amended = state.but();
    if (dueOn != null) {
      PlausibleDate.checkTerm(state.id(), invoice.issuedOn(), dueOn);
      amended.dueOn(dueOn);
    }
    if (payable != null) {
      amended.payable(payable).postings(Opening.fitting(state.postings(), payable));
    }
    Receivable after = amended.build();
    LocalDate on = fact.effectiveOn();
    Step first = Step.of(after, new Change.Amended(fact.type(), on, invoice));
    return first
        .then(settling.step(after, after, on))
        .leavingOut(Opening.misfits(state.id(), state, payable));
  }

  private static Step withdraw(Receivable state, LocalDate on) {
    if (state.closing() == Closing.WITHDRAWN) {
      return Step.silent(state);
    }
    Receivable after =
        state.but().closing(Closing.WITHDRAWN, on).settlement(null).promise(null).build();
    return undone(state, after, on).then(Step.of(after, new Change.Withdrawn(on)));
  }

  private static Step undone(Receivable before, Receivable after, LocalDate on) {
    Settlement was = before.settlement();
    if (was == null) {
      return Step.silent(after);
    }
    Receivable open = before.but().settlement(null).build();
    Step.Move move = new Step.Move(new Change.Reopened(on, was), open.standing());
    return new Step(after, List.of(move));
  }

  private Step reopen(Receivable state, InvoiceAmended fact) {
    Receivable after = state.but().unsaid(fact.envelope().recordedAt()).build();
    return state.closing() == Closing.NONE
        ? settling.step(state, after, fact.effectiveOn())
        : openAgain(after, fact.effectiveOn());
  }

  /** What was paid in the meantime, if only by word, stays paid. */
  private Step reverseWriteOff(Receivable state, InvoiceAmended fact) {
    return state.closing() == Closing.WRITTEN_OFF
        ? openAgain(state, fact.effectiveOn())
        : Step.silent(state);
  }

  private Step openAgain(Receivable state, LocalDate on) {
    Receivable after = state.but().closing(Closing.NONE, null).build();
    return Step.of(after, new Change.Reopened(on, null)).then(settling.step(after, after, on));
  }

  private static Step writeOff(Receivable state, LocalDate on) {
    if (state.status() != ReceivableStatus.OPEN) {
      return Step.silent(state);
    }
    Receivable after = state.but().closing(Closing.WRITTEN_OFF, on).build();
    return Step.of(after, new Change.WrittenOff(state.balance(), on));
  }

  private static Step hold(Receivable state, boolean onHold, Change change) {
    return state.onHold() == onHold
        ? Step.silent(state)
        : Step.of(state.but().onHold(onHold).build(), change);
  }

  Step dispute(Receivable state, DisputeOpened fact) {
    if (state.disputes().stream().anyMatch(known -> known.id().equals(fact.dispute()))) {
      return Step.silent(state);
    }
    List<Dispute> disputes = new ArrayList<>(state.disputes());
    disputes.add(new Dispute(fact.dispute(), fact.openedOn(), null));
    forgetOneIfTooMany(disputes);
    Receivable after = state.but().disputes(disputes).build();
    return changed(
        after,
        new Change.Disputed(
            fact.dispute(), fact.reasonCode(), fact.disputedAmount(), fact.openedOn()));
  }

  /** A dispute ends; one whose end comes before its beginning never counts as open. */
  Step endDispute(Receivable state, DisputeResolved fact) {
    List<Dispute> disputes = new ArrayList<>(state.disputes());
    for (int i = 0; i < disputes.size(); i++) {
      Dispute known = disputes.get(i);
      if (known.id().equals(fact.dispute()) && known.isOpen()) {
        disputes.set(i, new Dispute(known.id(), known.openedOn(), fact.resolvedOn()));
        int days = toIntExact(ChronoUnit.DAYS.between(known.openedOn(), fact.resolvedOn()));
        return changed(
            state.but().disputes(disputes).build(),
            new Change.DisputeEnded(
                fact.dispute(), fact.resolution(), fact.resolvedOn(), Math.max(0, days)));
      }
    }
    if (disputes.stream().anyMatch(known -> known.id().equals(fact.dispute()))) {
      return Step.silent(state);
    }
    disputes.add(new Dispute(fact.dispute(), fact.resolvedOn(), fact.resolvedOn()));
    forgetOneIfTooMany(disputes);
    return Step.silent(state.but().disputes(disputes).build());
  }

  /** An ended one, if there is one: an open one is still to come to its end. */
  private static void forgetOneIfTooMany(List<Dispute> disputes) {
    if (disputes.size() <= Receivable.DISPUTES) {
      return;
    }
    for (int i = 0; i < disputes.size(); i++) {
      if (!disputes.get(i).isOpen()) {
        disputes.remove(i);
        return;
      }
    }
    disputes.removeFirst();
  }

  Step promise(Receivable state, PromiseToPay promise, LocalDate on) {
    boolean known = promise.equals(state.promise());
    if (known || state.settlement() != null || state.closing() != Closing.NONE) {
      return Step.silent(state);
    }
    return changed(state.but().promise(promise).build(), new Change.Promised(promise, on));
  }

  /** The day is over: a promise up to the day before is broken. */
  Step breakPromise(Receivable state, LocalDate today) {
    PromiseToPay promise = state.promise();
    if (promise == null || !promise.on().isBefore(today)) {
      return Step.silent(state);
    }
    return changed(
        state.but().promise(null).build(), new Change.PromiseBroken(promise.on(), today));
  }

  private static Step changed(Receivable after, Change change) {
    return after.invoice() == null ? Step.silent(after) : Step.of(after, change);
  }
}
